package dev.gatehouse.git.edit;

/** Carries a refusal out of a {@link FileEdit}; {@link FileEditor} turns it into a value. */
public final class EditRefusedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient EditRefusal refusal;

  /** Wraps the refusal, without a stack trace. */
  public EditRefusedException(EditRefusal refusal) {
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  /** What was refused and why. */
  public EditRefusal refusal() {
    return refusal;
  }
}
