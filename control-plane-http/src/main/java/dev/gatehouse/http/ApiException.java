package dev.gatehouse.http;

import dev.gatehouse.reason.Reason;

/** A request did not end in a usable answer; the failure says how. */
public final class ApiException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient ApiFailure failure;

  /** Creates the exception for this failure. */
  public ApiException(ApiFailure failure) {
    super(failure.reason().line());
    this.failure = failure;
  }

  /** What went wrong. */
  public ApiFailure failure() {
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
