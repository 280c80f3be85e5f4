package dev.gatehouse.risk;

/**
 * How the last 90 days of this application and class went, in the six weights of peers §2 row 1.
 *
 * @param succeeded promotions without trouble, weight 3
 * @param withIssues promotions that needed help, weight 2
 * @param failed promotions that failed, weight -5
 */
public record TrackRecord(int succeeded, int withIssues, int failed) {
  /** No history at all: the band is medium. */
  public static final TrackRecord NONE = new TrackRecord(0, 0, 0);

  /** How sure the past makes us; with fewer than ten promotions it is medium. */
  public enum Band {
    HIGH,
    MEDIUM,
    LOW
  }

  /**
   * Returns the record in words. They change with the band only, so that one more promotion does
   * not change the hash of a plan.
   */
  String label() {
    if (succeeded + withIssues + failed < 10) {
      return "no track record (fewer than 10 promotions in 90 days)";
    }
    return switch (band()) {
      case HIGH -> "a good track record";
      case MEDIUM -> "a mixed track record";
      case LOW -> "a poor track record";
    };
  }

  /** Returns the band of the score s = sum of weights / 3n. */
  public Band band() {
    int n = succeeded + withIssues + failed;
    if (n < 10) {
      return Band.MEDIUM;
    }
    double score = (3.0 * succeeded + 2.0 * withIssues - 5.0 * failed) / (3.0 * n);
    return score >= 0.9 ? Band.HIGH : score >= 0.6 ? Band.MEDIUM : Band.LOW;
  }
}
