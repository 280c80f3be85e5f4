package dev.gatehouse.argocd.model;

/** Where an operation or a hook is. */
public enum PhaseCode {
  /** At work, or waiting to try again. */
  RUNNING("Running"),
  /** Being stopped. */
  TERMINATING("Terminating"),
  /** Ended: something did not go through. */
  FAILED("Failed"),
  /** Ended: it could not be carried out. */
  ERROR("Error"),
  /** Ended: applied; this says nothing about health. */
  SUCCEEDED("Succeeded"),
  /** A word that is not known here, or none; neither ended nor success. */
  OTHER("");

  private final String word;

  PhaseCode(String word) {
    this.word = word;
  }

  /** The word of Argo CD; empty for {@link #OTHER}. */
  public String word() {
    return word;
  }

  /** Whether it is over. */
  public boolean isTerminal() {
    return this == FAILED || this == ERROR || this == SUCCEEDED;
  }

  static PhaseCode of(String word) {
    return Words.find(values(), PhaseCode::word, word, OTHER);
  }
}
