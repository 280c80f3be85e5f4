package dev.gatehouse.kargoapi.http;

import dev.gatehouse.http.ErrorDialect;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.reason.ReasonCode;
import java.util.List;
import java.util.Locale;

/**
 * How Kargo says no: the status of its answers, with the texts that tell equal ones apart.
 * Thread-safe.
 */
public final class KargoDialect implements ErrorDialect {
  /** The only instance. */
  public static final KargoDialect INSTANCE = new KargoDialect();

  private static final List<String> STATES =
      List.of(
          "is not available to stage",
          "defines no promotion steps",
          "no auto-promotion candidate",
          "does not request freight from origin",
          "freight is in-use by stages");

  private KargoDialect() {}

  @Override
  public String product() {
    return "Kargo";
  }

  @Override
  public ReasonCode code(FailureKind kind) {
    return switch (kind) {
      case UNREACHABLE -> ReasonCode.of("kargo-unreachable");
      case TLS -> ReasonCode.of("kargo-tls");
      case TIMED_OUT -> ReasonCode.of("kargo-timed-out");
      case INTERRUPTED -> ReasonCode.of("kargo-interrupted");
      case NOT_FOUND -> ReasonCode.of("kargo-not-found");
      case FORBIDDEN -> ReasonCode.of("kargo-forbidden");
      case UNAUTHENTICATED -> ReasonCode.of("kargo-unauthenticated");
      case CONFLICT -> ReasonCode.of("kargo-conflict");
      case PRECONDITION, BLOCKED_BY_WINDOW, ANOTHER_OPERATION ->
          ReasonCode.of("kargo-precondition");
      case RATE_LIMITED -> ReasonCode.of("kargo-rate-limited");
      case UNAVAILABLE -> ReasonCode.of("kargo-unavailable");
      case UNSUPPORTED_CALL, UNSUPPORTED_MEDIA -> ReasonCode.of("kargo-unsupported-call");
      case REDIRECTED -> ReasonCode.of("kargo-redirected");
      case NOT_THE_API -> ReasonCode.of("kargo-not-kargo");
      case TOO_LARGE -> ReasonCode.of("kargo-too-large");
      case MALFORMED -> ReasonCode.of("kargo-malformed");
      case INVALID -> ReasonCode.of("kargo-invalid");
      case INTERNAL -> ReasonCode.of("kargo-internal");
    };
  }

  @Override
  public String next(FailureKind kind) {
    return switch (kind) {
      case NOT_FOUND ->
          "Check the names of project and object; an object that was just created may be missing for some seconds.";
      case FORBIDDEN ->
          "Give the role of the token the right that the message names; Kargo rewrites its own roles, so use a role of your own.";
      case PRECONDITION ->
          "Read the message: the Freight must be available to the Stage, and the Stage must have steps.";
      case UNAVAILABLE ->
          "Try again later; look at Kargo's webhooks server and at the Kubernetes API if it continues.";
      case UNSUPPORTED_CALL ->
          "Check the version of Kargo and that the address has the path it is served under.";
      case NOT_THE_API ->
          "Check host, port and the path it is served under (API_BASE_PATH); Kargo's web page answers every unknown path.";
      case MALFORMED -> "Compare the version of Kargo with those that are supported.";
      case INTERNAL ->
          "Look at the log of Kargo's API server at this time; a missing object or right may also be reported like this.";
      default -> kind.next();
    };
  }

  @Override
  public FailureKind kind(int code, int status, String message) {
    String text = message.toLowerCase(Locale.ROOT);
    if (status == 403 && text.equals("invalid password")) {
      return FailureKind.UNAUTHENTICATED;
    }
    if (status >= 400 && status < 500 && STATES.stream().anyMatch(text::contains)) {
      return FailureKind.PRECONDITION;
    }
    if (status == 404) {
      return FailureKind.NOT_FOUND;
    }
    if (status == 500 && text.contains("failed calling webhook")) {
      return FailureKind.UNAVAILABLE;
    }
    return FailureKind.ofStatus(status);
  }
}
