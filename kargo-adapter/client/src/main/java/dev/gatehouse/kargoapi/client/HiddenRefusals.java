package dev.gatehouse.kargoapi.client;

import dev.gatehouse.http.ApiCall;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.ApiFailure;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.kargoapi.http.KargoDialect;
import java.util.Optional;

/** Finds out what a 500 hides: Kargo reports a missing object or right like that. */
final class HiddenRefusals {
  private HiddenRefusals() {}

  /** Looks at the object that a request was about. */
  @FunctionalInterface
  interface Look {
    /**
     * Returns why the server could not do it; empty when nothing tells.
     *
     * @throws ApiException when the object is missing or may not be seen
     */
    Optional<String> at() throws ApiException;
  }

  /**
   * Sends a request.
   *
   * @throws ApiException what the look has found instead of a 500 that hides it
   */
  static void send(HttpTransport transport, ApiCall call, Look look) throws ApiException {
    try {
      transport.send(call);
    } catch (ApiException e) {
      if (e.kind() == FailureKind.INTERNAL) {
        throw found(e, look);
      }
      throw e;
    }
  }

  private static ApiException found(ApiException hiding, Look look) {
    try {
      return look.at().map(text -> precondition(hiding.failure(), text)).orElse(hiding);
    } catch (ApiException e) {
      boolean tells = e.kind() == FailureKind.NOT_FOUND || e.kind() == FailureKind.FORBIDDEN;
      ApiException told = tells ? e : hiding;
      told.addSuppressed(tells ? hiding : e);
      return told;
    }
  }

  private static ApiException precondition(ApiFailure hiding, String text) {
    FailureKind kind = FailureKind.PRECONDITION;
    return new ApiException(
        new ApiFailure(
            kind,
            KargoDialect.INSTANCE.code(kind),
            KargoDialect.INSTANCE.next(kind),
            hiding.status(),
            hiding.code(),
            text,
            hiding.request(),
            hiding.server(),
            hiding.changing(),
            hiding.retryAfter()));
  }
}
