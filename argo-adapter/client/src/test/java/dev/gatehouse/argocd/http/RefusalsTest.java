package dev.gatehouse.argocd.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiCall;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.ApiFailure;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.Credentials;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.http.RetryPolicy;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each way in which a server says no has its word. */
class RefusalsTest {
  private static final ApiCall SYNC = ArgoCdCall.of("POST", "applications", "shop", "sync");

  private final LocalServer server = LocalServer.start();
  private final HttpTransport transport =
      HttpTransport.to(
          server
              .server()
              .credentials(Credentials.of(BearerToken.of("s3cret-token")))
              .retry(RetryPolicy.never())
              .build(),
          ArgoCdDialect.INSTANCE);

  @AfterEach
  void close() {
    transport.close();
    server.close();
  }

  private ApiFailure failure(ApiCall call) {
    try {
      transport.call(call, AnswerReader.nothing());
      throw new AssertionError("the call went well");
    } catch (ApiException e) {
      assertThat(e.getMessage()).doesNotContain("s3cret-token");
      return e.failure();
    }
  }

  private FailureKind error(int status, int code, String message) {
    server.answers(
        status,
        "application/json",
        "{\"error\":\"%s\",\"code\":%d,\"message\":\"%s\"}".formatted(message, code, message));
    return failure(SYNC).kind();
  }

  @Test
  void theCodeDecidesAndNotTheStatus() {
    Map<Integer, FailureKind> kinds =
        Map.of(
            3, FailureKind.INVALID,
            4, FailureKind.TIMED_OUT,
            5, FailureKind.NOT_FOUND,
            6, FailureKind.CONFLICT,
            8, FailureKind.RATE_LIMITED,
            9, FailureKind.PRECONDITION,
            10, FailureKind.CONFLICT,
            12, FailureKind.UNSUPPORTED_CALL,
            14, FailureKind.UNAVAILABLE,
            16, FailureKind.UNAUTHENTICATED);
    kinds.forEach((code, kind) -> assertThat(error(400, code, "no")).isEqualTo(kind));
  }

  @Test
  void aWindowIsToldFromAMissingRightByItsText() {
    assertThat(error(403, 7, "cannot sync: blocked by sync window"))
        .isEqualTo(FailureKind.BLOCKED_BY_WINDOW);
    assertThat(error(403, 7, "permission denied")).isEqualTo(FailureKind.FORBIDDEN);
  }

  @Test
  void aFailedPreconditionIsHttp400AndAnotherOperationHasItsOwnWord() {
    assertThat(error(400, 9, "another operation is already in progress"))
        .isEqualTo(FailureKind.ANOTHER_OPERATION);
    assertThat(error(400, 9, "Cannot sync to b: auto-sync currently set to a"))
        .isEqualTo(FailureKind.PRECONDITION);
  }

  @Test
  void aPatchWhoseTestFailsIsAConflict() {
    String message =
        "error applying patch: testing value /spec/source/targetRevision failed: test failed";
    assertThat(error(500, 2, message)).isEqualTo(FailureKind.CONFLICT);
  }

  @Test
  void aMissingPathIsNotAMissingApplication() {
    server.answers(404, "text/plain", "Not Found");
    assertThat(failure(SYNC).kind()).isEqualTo(FailureKind.UNSUPPORTED_CALL);
  }

  @Test
  void theContentTypeGateHasItsOwnWord() {
    server.answers(415, "text/plain", "Invalid content type");
    assertThat(failure(SYNC).kind()).isEqualTo(FailureKind.UNSUPPORTED_MEDIA);
  }

  @Test
  void thePageOfTheUserInterfaceIsNoAnswer() {
    server.answers(200, "text/html; charset=utf-8", "<!doctype html><html>Argo CD</html>");
    ApiFailure failure = failure(SYNC);
    assertThat(failure.kind()).isEqualTo(FailureKind.NOT_THE_API);
    assertThat(failure.reason().next()).contains("rootpath");
  }

  @Test
  void aRedirectIsNotFollowedAndTheTokenNotSentOn() {
    try (LocalServer other = LocalServer.start()) {
      server.answers(307, "text/html", "", "Location: " + other.uri() + "/api?x=y");
      ApiFailure failure = failure(SYNC);
      assertThat(failure.kind()).isEqualTo(FailureKind.REDIRECTED);
      assertThat(failure.message()).contains(other.uri().toString()).doesNotContain("x=y");
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void aProxysPageIsReadByItsStatus() {
    server.answers(502, "text/html", "<html>bad gateway</html>");
    assertThat(failure(SYNC).kind()).isEqualTo(FailureKind.UNAVAILABLE);
    server.answers(403, "text/html", "<html>no</html>");
    assertThat(failure(SYNC).kind()).isEqualTo(FailureKind.FORBIDDEN);
  }

  @Test
  void aSuccessThatSaysErrorInsideIsNoApplication() {
    server.answersJson("null");
    assertThat(failure(SYNC).kind()).isEqualTo(FailureKind.MALFORMED);
  }

  @Test
  void whatTheServerSaysIsShortOnOneLineAndWithoutTheToken() {
    server.answers(
        500,
        "application/json",
        "{\"code\":13,\"message\":\"boom s3cret-token\\n" + "x".repeat(5000) + "\"}");
    ApiFailure failure = failure(SYNC);
    assertThat(failure.message())
        .startsWith("boom (hidden) xxx")
        .doesNotContain("\n")
        .hasSizeLessThan(700);
    assertThat(failure.reason().code().value()).isEqualTo("argo-internal");
  }

  @Test
  void aRefusalLeavesNoDoubtAndABreakageDoes() {
    server.answers(409, "application/json", "{\"code\":10,\"message\":\"modified\"}");
    assertThat(failure(SYNC).leavesDoubt()).isFalse();
    server.answers(504, "text/html", "");
    assertThat(failure(SYNC).leavesDoubt()).isTrue();
  }

  @Test
  void everyKindHasAReasonOfItsOwnAndANextStep() {
    assertThat(FailureKind.values())
        .allSatisfy(kind -> assertThat(ArgoCdDialect.INSTANCE.next(kind)).isNotBlank())
        .extracting(ArgoCdDialect.INSTANCE::code)
        .doesNotHaveDuplicates();
  }
}
