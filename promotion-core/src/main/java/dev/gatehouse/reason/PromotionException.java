package dev.gatehouse.reason;

/**
 * The root of every exception that Gatehouse throws; a refusal is a value, an exception is a
 * breakage.
 *
 * <p>The message is the reason's one line and never holds a secret.
 */
public abstract sealed class PromotionException extends RuntimeException
    permits InvalidConfigurationException, PlatformException, StaleStateException {
  private static final long serialVersionUID = 1L;
  private final transient Reason reason;

  PromotionException(Reason reason) {
    super(reason.line());
    this.reason = reason;
  }

  PromotionException(Reason reason, Throwable cause) {
    super(reason.line(), cause);
    this.reason = reason;
  }

  /** Returns what happened, where, and what to do next. */
  public Reason reason() {
    return reason;
  }
}
