package dev.gatehouse.config.recurrence;

/** Says what is wrong with a rule for starts, and what to write instead. */
public final class UnreadableRuleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String next;

  /** Creates the exception. */
  UnreadableRuleException(String what, String next) {
    super(what);
    this.next = next;
  }

  /** Returns what is wrong. */
  public String what() {
    return String.valueOf(getMessage());
  }

  /** Returns what to write instead. */
  public String next() {
    return next;
  }
}
