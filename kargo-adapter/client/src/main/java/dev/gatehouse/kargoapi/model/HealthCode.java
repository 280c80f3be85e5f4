package dev.gatehouse.kargoapi.model;

/** How well a Stage is. */
public enum HealthCode {
  /** All checks say so; also without any check. */
  HEALTHY("Healthy"),
  /** A check says no. */
  UNHEALTHY("Unhealthy"),
  /** On its way. */
  PROGRESSING("Progressing"),
  /** It cannot be told: a Promotion runs, or the last one failed. */
  UNKNOWN("Unknown"),
  /** There is nothing to check. */
  NOT_APPLICABLE("NotApplicable"),
  /** A word that is not known here, or none; never success. */
  OTHER("");

  private final String word;

  HealthCode(String word) {
    this.word = word;
  }

  /** Returns the word of Kargo; empty for {@link #OTHER}. */
  public String word() {
    return word;
  }

  static HealthCode of(String word) {
    return Words.find(values(), HealthCode::word, word, OTHER);
  }
}
