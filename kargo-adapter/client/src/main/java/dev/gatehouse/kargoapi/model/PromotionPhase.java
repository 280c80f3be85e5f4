package dev.gatehouse.kargoapi.model;

/** How far a Promotion is. */
public enum PromotionPhase {
  /** No controller has looked at it: no phase at all, as on a shard that none serves. */
  NOT_PICKED_UP(""),
  /** It waits for others of its Stage. */
  PENDING("Pending"),
  /** It runs, or waits at a step. */
  RUNNING("Running"),
  /** All steps went well, or those that did not may fail. */
  SUCCEEDED("Succeeded"),
  /** A step said no. */
  FAILED("Failed"),
  /** A step could not decide. */
  ERRORED("Errored"),
  /** It was stopped. */
  ABORTED("Aborted"),
  /** A word that is not known here; never an end. */
  OTHER("?");

  private final String word;

  PromotionPhase(String word) {
    this.word = word;
  }

  /** Returns the word of Kargo. */
  public String word() {
    return word;
  }

  /** Returns whether it has ended, well or not. */
  public boolean isEnd() {
    return this == SUCCEEDED || this == FAILED || this == ERRORED || this == ABORTED;
  }

  static PromotionPhase of(String word) {
    return Words.find(values(), PromotionPhase::word, word, OTHER);
  }
}
