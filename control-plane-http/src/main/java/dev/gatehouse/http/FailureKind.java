package dev.gatehouse.http;

/** What kind of failure it is: one word to branch on, and what to do next. */
public enum FailureKind {
  /** No server answered, or the connection broke. */
  UNREACHABLE(
      "Check the address, the network and that the server runs; reading requests are retried automatically."),
  /** The certificate is not trusted, or the other side does not speak TLS. */
  TLS("Give the certificate of the authority that signed it, and check host name and port."),
  /** No answer within the deadline. */
  TIMED_OUT("Look at the load of the server."),
  /** The caller cancelled the wait. */
  INTERRUPTED("Ask again if you still need the answer."),
  /** There is no such object. */
  NOT_FOUND("Check name, project and namespace."),
  /** The token may not do that. */
  FORBIDDEN("Give its account or role the missing right."),
  /** A time window of the server forbids it now. */
  BLOCKED_BY_WINDOW("Wait for the window to open."),
  /** The token is missing, void or expired. */
  UNAUTHENTICATED(
      "Create a new token and put it where the old one was; it is read at each request."),
  /** Another client changed it first. */
  CONFLICT("Read it again and decide again."),
  /** The state of the object does not allow it. */
  PRECONDITION("Read the message."),
  /** The object is busy with another operation. */
  ANOTHER_OPERATION("Wait for its end, or terminate it."),
  /** The server, or a proxy in front of it, wants fewer requests. */
  RATE_LIMITED("Wait; lower the number of concurrent requests if it continues."),
  /** The server cannot answer now. */
  UNAVAILABLE("Try again later."),
  /** The server does not take the content type. */
  UNSUPPORTED_MEDIA("Look for a proxy that changes headers."),
  /** The server does not know this call. */
  UNSUPPORTED_CALL("Check the version of the server and the path that it is served under."),
  /** The server answered with a redirect, which is never followed. */
  REDIRECTED(
      "Use the address it points to, if it is the right one; often it is https instead of http."),
  /** What answered is not the interface that was expected. */
  NOT_THE_API(
      "Check host, port and the path it is served under; a login page of a proxy also looks like this."),
  /** The answer is beyond the limit. */
  TOO_LARGE("Ask for fewer fields or fewer projects, or raise the limit."),
  /** The answer cannot be read. */
  MALFORMED("Compare the version of the server with those that are supported."),
  /** The server does not accept the request. */
  INVALID("Read the message and correct the request."),
  /** The server failed. */
  INTERNAL("Look at the server's log at this time.");

  private final String next;

  FailureKind(String next) {
    this.next = next;
  }

  /** Returns what to do next in general, one sentence; a dialect may know better. */
  public String next() {
    return next;
  }

  /** Returns whether the same reading request may succeed soon. */
  public boolean isPassing() {
    return this == UNREACHABLE || this == RATE_LIMITED || this == UNAVAILABLE || this == INTERNAL;
  }

  /** Returns whether the server has said no, and therefore has done nothing. */
  boolean isRefusal() {
    return switch (this) {
      case NOT_FOUND,
          FORBIDDEN,
          BLOCKED_BY_WINDOW,
          UNAUTHENTICATED,
          CONFLICT,
          PRECONDITION,
          ANOTHER_OPERATION,
          RATE_LIMITED,
          UNSUPPORTED_MEDIA,
          UNSUPPORTED_CALL,
          REDIRECTED,
          TLS,
          INVALID ->
          true;
      default -> false;
    };
  }

  /** Returns what a status means where the answer says nothing else, a proxy's for example. */
  public static FailureKind ofStatus(int status) {
    return switch (status) {
      case 401, 407 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404, 405, 501 -> UNSUPPORTED_CALL;
      case 408, 502, 503, 504 -> UNAVAILABLE;
      case 409 -> CONFLICT;
      case 415 -> UNSUPPORTED_MEDIA;
      case 429 -> RATE_LIMITED;
      default -> status >= 500 ? INTERNAL : INVALID;
    };
  }
}
