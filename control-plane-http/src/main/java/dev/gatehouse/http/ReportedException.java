package dev.gatehouse.http;

import java.io.IOException;

/** An error that the server has put into an answer that had begun well. */
public final class ReportedException extends IOException {
  private static final long serialVersionUID = 1L;
  private final int code;
  private final int status;

  /**
   * Creates the exception.
   *
   * @param code the gRPC code
   * @param status the HTTP status that it would have been
   * @param message what the server said, not yet bounded
   */
  public ReportedException(int code, int status, String message) {
    super(message);
    this.code = code;
    this.status = status;
  }

  int code() {
    return code;
  }

  int status() {
    return status;
  }
}
