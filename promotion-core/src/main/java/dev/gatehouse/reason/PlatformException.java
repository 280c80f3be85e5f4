package dev.gatehouse.reason;

/**
 * A store, a remote or a control plane did not answer as it should; trying again later may help.
 */
public final class PlatformException extends PromotionException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception for this reason. */
  public PlatformException(Reason reason) {
    super(reason);
  }

  /** Creates the exception for this reason, keeping the cause for the log of an operator. */
  public PlatformException(Reason reason, Throwable cause) {
    super(reason, cause);
  }
}
