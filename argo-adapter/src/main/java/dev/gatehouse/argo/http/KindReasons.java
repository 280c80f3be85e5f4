package dev.gatehouse.argo.http;

import dev.gatehouse.reason.ReasonCode;

/** The reason that people are shown for each kind of failure. */
final class KindReasons {
  private KindReasons() {}

  static ReasonCode code(FailureKind kind) {
    return switch (kind) {
      case UNREACHABLE -> ReasonCode.of("argo-unreachable");
      case TLS -> ReasonCode.of("argo-tls");
      case TIMED_OUT -> ReasonCode.of("argo-timed-out");
      case INTERRUPTED -> ReasonCode.of("argo-interrupted");
      case NOT_FOUND -> ReasonCode.of("argo-not-found");
      case FORBIDDEN -> ReasonCode.of("argo-forbidden");
      case BLOCKED_BY_WINDOW -> ReasonCode.of("argo-blocked-by-window");
      case UNAUTHENTICATED -> ReasonCode.of("argo-unauthenticated");
      case CONFLICT -> ReasonCode.of("argo-conflict");
      case PRECONDITION -> ReasonCode.of("argo-precondition");
      case ANOTHER_OPERATION -> ReasonCode.of("argo-another-operation");
      case RATE_LIMITED -> ReasonCode.of("argo-rate-limited");
      case UNAVAILABLE -> ReasonCode.of("argo-unavailable");
      case UNSUPPORTED_MEDIA -> ReasonCode.of("argo-unsupported-media");
      case UNSUPPORTED_CALL -> ReasonCode.of("argo-unsupported-call");
      case REDIRECTED -> ReasonCode.of("argo-redirected");
      case NOT_ARGO_CD -> ReasonCode.of("argo-not-argo-cd");
      case TOO_LARGE -> ReasonCode.of("argo-too-large");
      case MALFORMED -> ReasonCode.of("argo-malformed");
      case INVALID -> ReasonCode.of("argo-invalid");
      case INTERNAL -> ReasonCode.of("argo-internal");
    };
  }
}
