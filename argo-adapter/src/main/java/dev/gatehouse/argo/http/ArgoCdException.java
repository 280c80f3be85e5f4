package dev.gatehouse.argo.http;

import dev.gatehouse.reason.Reason;

/** A request to Argo CD did not end in a usable answer; the failure says how. */
public final class ArgoCdException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient ArgoCdFailure failure;

  /** Creates the exception for this failure. */
  public ArgoCdException(ArgoCdFailure failure) {
    super(failure.reason().line());
    this.failure = failure;
  }

  /** What went wrong. */
  public ArgoCdFailure failure() {
    return failure;
  }

  /** The word to branch on. */
  public FailureKind kind() {
    return failure.kind();
  }

  /** What happened, where, and what to do next. */
  public Reason reason() {
    return failure.reason();
  }
}
