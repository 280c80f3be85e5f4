package dev.gatehouse.kargoapi.model;

/** How far a verification is. */
public enum VerificationPhase {
  /** It has not begun; stays so after an end within a second, until a refresh. */
  PENDING("Pending"),
  /** It runs. */
  RUNNING("Running"),
  /** It went well. */
  SUCCESSFUL("Successful"),
  /** It said no; also the end of one that was aborted. */
  FAILED("Failed"),
  /** It could not be run. */
  ERROR("Error"),
  /** It was aborted; not seen on a real server, which says {@code Failed}. */
  ABORTED("Aborted"),
  /** It could not tell. */
  INCONCLUSIVE("Inconclusive"),
  /** A word that is not known here, or none; never success. */
  OTHER("");

  private final String word;

  VerificationPhase(String word) {
    this.word = word;
  }

  /** Returns the word of Kargo; empty for {@link #OTHER}. */
  public String word() {
    return word;
  }

  /** Returns whether it has ended, well or not. */
  public boolean isEnd() {
    return this != PENDING && this != RUNNING && this != OTHER;
  }

  static VerificationPhase of(String word) {
    return Words.find(values(), VerificationPhase::word, word, OTHER);
  }
}
