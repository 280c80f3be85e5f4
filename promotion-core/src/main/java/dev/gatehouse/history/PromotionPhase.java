package dev.gatehouse.history;

/** Where a promotion stands; the last four are final. */
public enum PromotionPhase {
  PENDING,
  RUNNING,
  SUCCEEDED,
  /** Ended by policy or by a person. */
  FAILED,
  /** Ended by a technical breakage. */
  ERRORED,
  ABORTED;

  /** Tells whether nothing more can happen. */
  public boolean isFinal() {
    return this != PENDING && this != RUNNING;
  }
}
