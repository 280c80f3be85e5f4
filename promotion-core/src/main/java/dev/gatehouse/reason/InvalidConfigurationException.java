package dev.gatehouse.reason;

/** What a person wrote cannot be used: a name, a path, a policy; never retried. */
public final class InvalidConfigurationException extends PromotionException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception for this reason. */
  public InvalidConfigurationException(Reason reason) {
    super(reason);
  }
}
