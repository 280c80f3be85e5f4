package dev.gatehouse.reason;

/**
 * Someone else moved first: the expected version or the lease epoch is no longer the current one;
 * read again.
 */
public final class StaleStateException extends PromotionException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception for this reason. */
  public StaleStateException(Reason reason) {
    super(reason);
  }
}
