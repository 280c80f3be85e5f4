package dev.gatehouse.argocd.model;

/** Where an AnalysisRun is. */
public enum AnalysisCode {
  /** Not begun. */
  PENDING("Pending"),
  /** Measures. */
  RUNNING("Running"),
  /** Ended well, or was ended before it failed. */
  SUCCESSFUL("Successful"),
  /** Ended: a measurement was not good enough. */
  FAILED("Failed"),
  /** Ended: it could not measure. */
  ERROR("Error"),
  /** Ended: neither good nor bad; a person decides. */
  INCONCLUSIVE("Inconclusive"),
  /** A word that is not known here, or none; neither ended nor success. */
  OTHER("");

  private final String word;

  AnalysisCode(String word) {
    this.word = word;
  }

  /** The word of Argo Rollouts; empty for {@link #OTHER}. */
  public String word() {
    return word;
  }

  static AnalysisCode of(String word) {
    return Words.find(values(), AnalysisCode::word, word, OTHER);
  }
}
