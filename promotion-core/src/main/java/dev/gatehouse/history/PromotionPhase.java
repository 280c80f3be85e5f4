package dev.gatehouse.history;

/** The state of a promotion; the last four are final. */
public enum PromotionPhase {
  PENDING,
  RUNNING,
  SUCCEEDED,
  /** Ended by policy or by a person. */
  FAILED,
  /** Ended by a technical breakage. */
  ERRORED,
  ABORTED;

  /** Returns whether nothing more can happen. */
  public boolean isFinal() {
    return this != PENDING && this != RUNNING;
  }
}
