package dev.gatehouse.argocd.http;

import dev.gatehouse.http.ErrorDialect;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.reason.ReasonCode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * How Argo CD says no: the gRPC codes of its answers, with the texts that tell equal codes apart.
 * Thread-safe.
 */
public final class ArgoCdDialect implements ErrorDialect {
  /** The only instance. */
  public static final ArgoCdDialect INSTANCE = new ArgoCdDialect();

  private static final Map<Integer, FailureKind> KINDS =
      Map.ofEntries(
          Map.entry(1, FailureKind.UNAVAILABLE),
          Map.entry(2, FailureKind.INTERNAL),
          Map.entry(3, FailureKind.INVALID),
          Map.entry(4, FailureKind.TIMED_OUT),
          Map.entry(5, FailureKind.NOT_FOUND),
          Map.entry(6, FailureKind.CONFLICT),
          Map.entry(7, FailureKind.FORBIDDEN),
          Map.entry(8, FailureKind.RATE_LIMITED),
          Map.entry(9, FailureKind.PRECONDITION),
          Map.entry(10, FailureKind.CONFLICT),
          Map.entry(11, FailureKind.INVALID),
          Map.entry(12, FailureKind.UNSUPPORTED_CALL),
          Map.entry(13, FailureKind.INTERNAL),
          Map.entry(14, FailureKind.UNAVAILABLE),
          Map.entry(15, FailureKind.INTERNAL),
          Map.entry(16, FailureKind.UNAUTHENTICATED));

  private ArgoCdDialect() {}

  @Override
  public String product() {
    return "Argo CD";
  }

  @Override
  public ReasonCode code(FailureKind kind) {
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
      case NOT_THE_API -> ReasonCode.of("argo-not-argo-cd");
      case TOO_LARGE -> ReasonCode.of("argo-too-large");
      case MALFORMED -> ReasonCode.of("argo-malformed");
      case INVALID -> ReasonCode.of("argo-invalid");
      case INTERNAL -> ReasonCode.of("argo-internal");
    };
  }

  @Override
  public String next(FailureKind kind) {
    return switch (kind) {
      case TIMED_OUT ->
          "Look at the load of the server; a refresh also hangs while the controller is down or the application is skipped.";
      case FORBIDDEN ->
          "Give its account or role the missing right; without a project a missing application looks the same.";
      case BLOCKED_BY_WINDOW -> "Wait for the window, or let its owner allow manual syncs.";
      case PRECONDITION ->
          "Read the message; with automatic sync on, change the target revision instead.";
      case UNAVAILABLE -> "Try again later; look at the pods of Argo CD if it continues.";
      case UNSUPPORTED_MEDIA ->
          "Let the server take application/json (--api-content-types), and look for a proxy that changes headers.";
      case UNSUPPORTED_CALL ->
          "Check the version of Argo CD and that the address has the path it is served under.";
      case NOT_THE_API ->
          "Check host, port and the path it is served under (--rootpath); a login page of a proxy also looks like this.";
      case MALFORMED -> "Compare the version of Argo CD with those that are supported.";
      case INTERNAL -> "Look at the log of argocd-server at this time.";
      default -> kind.next();
    };
  }

  @Override
  public FailureKind kind(int code, int status, String message) {
    String text = message.toLowerCase(Locale.ROOT);
    if (code == 7 && text.contains("blocked by sync window")) {
      return FailureKind.BLOCKED_BY_WINDOW;
    }
    if (text.contains("another operation is already in progress")) {
      return FailureKind.ANOTHER_OPERATION;
    }
    if (text.contains("error applying patch") && text.contains("test")) {
      return FailureKind.CONFLICT;
    }
    if (code == 8 && text.contains("larger than max")) {
      return FailureKind.TOO_LARGE;
    }
    FailureKind known = KINDS.get(code);
    return known == null ? FailureKind.ofStatus(status) : known;
  }

  /** A gRPC gateway takes the deadline in its own header, so that it gives up when we do. */
  @Override
  public Map<String, String> deadline(Duration left) {
    long millis = Math.max(1, left.toMillis());
    return Map.of("Grpc-Timeout", millis < 10_000_000 ? millis + "m" : left.toSeconds() + "S");
  }
}
