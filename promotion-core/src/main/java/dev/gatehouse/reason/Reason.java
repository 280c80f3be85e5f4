package dev.gatehouse.reason;

/**
 * One piece of bad news: what happened, where, and what the reader can do next.
 *
 * @param code the stable name of the reason; its page is {@code docs/reference/reasons.md#<code>}
 * @param what what happened, one sentence
 * @param where the file, line, path, stage or target it is about
 * @param next what to do next, one sentence; never blank
 */
public record Reason(ReasonCode code, String what, String where, String next) {
  /** Refuses blank parts: a reason without a remedy is not allowed to exist. */
  public Reason {
    if (what.isBlank() || where.isBlank() || next.isBlank()) {
      throw new IllegalArgumentException("a reason needs what, where and next: " + code);
    }
  }

  /** Returns the one-line form that logs and the command print. */
  public String line() {
    return code.value() + " at " + where + ": " + what + " Next: " + next;
  }
}
