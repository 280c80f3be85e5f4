package dev.gatehouse.argo.http;

import java.util.Locale;
import java.util.Map;

/** What the gRPC codes of Argo CD's answers mean, with the texts that tell equal codes apart. */
final class Codes {
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

  private Codes() {}

  static FailureKind kind(int code, int status, String message) {
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
    return known == null ? byStatus(status) : known;
  }

  /** For answers that are not Argo CD's own, a proxy's for example. */
  static FailureKind byStatus(int status) {
    return switch (status) {
      case 401, 407 -> FailureKind.UNAUTHENTICATED;
      case 403 -> FailureKind.FORBIDDEN;
      case 404, 405, 501 -> FailureKind.UNSUPPORTED_CALL;
      case 408, 502, 503, 504 -> FailureKind.UNAVAILABLE;
      case 409 -> FailureKind.CONFLICT;
      case 415 -> FailureKind.UNSUPPORTED_MEDIA;
      case 429 -> FailureKind.RATE_LIMITED;
      default -> status >= 500 ? FailureKind.INTERNAL : FailureKind.INVALID;
    };
  }
}
