package dev.gatehouse.argo.http;

import dev.gatehouse.reason.ReasonCode;

/** What kind of failure it is: one word to branch on, its reason and what to do next. */
public enum FailureKind {
  /** Nobody answered, or the connection broke. */
  UNREACHABLE(
      "Check the address, the network and that the server runs; what only reads is tried again by itself."),
  /** The certificate is not believed, or the other side does not speak TLS. */
  TLS("Give the certificate of the authority that signed it, and check host name and port."),
  /** No answer within the deadline. */
  TIMED_OUT(
      "Look at the load of the server; a refresh also hangs while the controller is down or the application is skipped."),
  /** The wait was broken off by us. */
  INTERRUPTED("Ask again if the answer is still wanted."),
  /** There is no such object in that project. */
  NOT_FOUND("Check name, project and namespace."),
  /** The token may not do that. */
  FORBIDDEN(
      "Give its account or role the right that is missing; without a project a missing application looks the same."),
  /** A sync window stands against it. */
  BLOCKED_BY_WINDOW("Wait for the window, or let its owner allow manual syncs."),
  /** The token is missing, void or expired. */
  UNAUTHENTICATED("Make a new token and put it where the old one was; it is read at each request."),
  /** Somebody else changed it first. */
  CONFLICT("Read it again and decide again."),
  /** The state of the object does not allow it. */
  PRECONDITION("Read the message; with automatic sync on, change the target revision instead."),
  /** The application is busy with another operation. */
  ANOTHER_OPERATION("Wait for its end, or terminate it."),
  /** The server, or what stands before it, wants fewer requests. */
  RATE_LIMITED("Wait; lower the number of requests at once if it goes on."),
  /** The server cannot answer now. */
  UNAVAILABLE("Try again later; look at the pods of Argo CD if it goes on."),
  /** The server does not take the content type. */
  UNSUPPORTED_MEDIA(
      "Let the server take application/json (--api-content-types), and look for a proxy that changes headers."),
  /** The server does not know this call. */
  UNSUPPORTED_CALL(
      "Check the version of Argo CD and that the address has the path it is served under."),
  /** The server answered with a redirect, which is never followed. */
  REDIRECTED(
      "Use the address it points to, if it is the right one; often it is https instead of http."),
  /** What answered is no Argo CD interface. */
  NOT_ARGO_CD(
      "Check host, port and the path it is served under (--rootpath); a login page of a proxy also looks like this."),
  /** The answer is beyond the limit. */
  TOO_LARGE("Ask for fewer fields or fewer projects, or raise the limit."),
  /** The answer cannot be read. */
  MALFORMED("Compare the version of Argo CD with those that are supported."),
  /** The server does not accept the request. */
  INVALID("Read the message and correct the request."),
  /** The server fell over. */
  INTERNAL("Look at the log of argocd-server at this time.");

  private final String next;

  FailureKind(String next) {
    this.next = next;
  }

  /** The reason that people are shown. */
  public ReasonCode code() {
    return KindReasons.code(this);
  }

  /** What to do next, one sentence. */
  public String next() {
    return next;
  }

  /** Whether the same reading request may do better soon. */
  public boolean isPassing() {
    return this == UNREACHABLE || this == RATE_LIMITED || this == UNAVAILABLE || this == INTERNAL;
  }

  /** Whether the server has said no, and therefore has done nothing. */
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
}
