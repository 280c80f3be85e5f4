package dev.gatehouse.argocd.model;

/** How well the objects of an application do, best first. */
public enum HealthCode {
  /** All is well. */
  HEALTHY("Healthy"),
  /** Paused on purpose. */
  SUSPENDED("Suspended"),
  /** On its way. */
  PROGRESSING("Progressing"),
  /** Not in the cluster. */
  MISSING("Missing"),
  /** Broken, or not there in time. */
  DEGRADED("Degraded"),
  /** Argo CD could not tell. */
  UNKNOWN("Unknown"),
  /** A word that is not known here, or none; never success. */
  OTHER("");

  private final String word;

  HealthCode(String word) {
    this.word = word;
  }

  /** The word of Argo CD; empty for {@link #OTHER}. */
  public String word() {
    return word;
  }

  static HealthCode of(String word) {
    return Words.find(values(), HealthCode::word, word, OTHER);
  }
}
