package dev.gatehouse.kargoapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.ApiFailure;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.http.RetryPolicy;
import dev.gatehouse.kargoapi.client.LocalKargo.Answer;
import dev.gatehouse.kargoapi.model.PromotionRef;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How Kargo says no, and how it says so with a good status. */
class RefusalTrapsTest {
  private static final String FREIGHT = "619d958a5d3e13ed228cc09a61c26b0282b86183";
  private static final PromotionRef PROMOTION =
      new PromotionRef("shop", "uat", "uat.01m8dm92qp5nbkj7w4x5ykzax1.619d958");
  private final LocalKargo kargo = LocalKargo.start();
  private final KargoClient client = kargo.client();

  @AfterEach
  void close() {
    client.close();
    kargo.close();
  }

  @Test
  void thePageOfTheUserInterfaceIsNoAnswer() {
    kargo.answering(asked -> new Answer(200, "text/html; charset=utf-8", "<html>Kargo</html>"));

    assertThat(failure(() -> client.stages().list("shop")).kind())
        .isEqualTo(FailureKind.NOT_THE_API);
    assertThat(failure(() -> client.promotions().abort(PROMOTION)).kind())
        .isEqualTo(FailureKind.NOT_THE_API);
    assertThat(failure(() -> client.server().alive()).advice()).contains("API_BASE_PATH");
  }

  @Test
  void anUnknownPathIsToldFromAMissingObject() {
    kargo.answering(asked -> new Answer(404, "text/plain", "404 page not found"));
    assertThat(failure(() -> client.stages().get("shop", "uat")).kind())
        .isEqualTo(FailureKind.UNSUPPORTED_CALL);

    kargo.answering(asked -> Answer.error(404, "Stage.kargo.akuity.io not found"));
    assertThat(failure(() -> client.stages().get("shop", "uat")).kind())
        .isEqualTo(FailureKind.NOT_FOUND);
  }

  @Test
  void aRedirectOfATrailingSlashIsNotFollowed() {
    kargo.answering(asked -> new Answer(301, "text/html; charset=utf-8", "<a>Moved</a>"));

    assertThat(failure(() -> client.projects().get("shop")).kind())
        .isEqualTo(FailureKind.REDIRECTED);
    assertThat(kargo.asked()).hasSize(1);
  }

  @Test
  void everyRequestHasTheSchemeThatIsTaken() throws ApiException {
    kargo.answering(asked -> Answer.json(200, "{\"items\":[]}"));

    client.stages().list("shop");

    assertThat(kargo.asked().get(0).authorization()).isEqualTo("Bearer secret-token");
  }

  @Test
  void aBodyBeyondTheLimitIs400AndNothingHasHappened() {
    kargo.answering(asked -> Answer.error(400, "http: request body too large"));

    ApiFailure failure = failure(() -> promote());

    assertThat(failure.kind()).isEqualTo(FailureKind.INVALID);
    assertThat(failure.leavesDoubt()).isFalse();
  }

  @Test
  void anAbortOfAMissingPromotionIsNotFoundThoughTheServerSays500() {
    kargo.answering(
        asked ->
            switch (asked.method()) {
              case "POST" -> Answer.error(500, "internal server error");
              default ->
                  asked.path().contains("stage=")
                      ? Answer.json(200, "{\"metadata\":{},\"items\":[]}")
                      : Answer.error(404, "Promotion.kargo.akuity.io not found");
            });

    assertThat(failure(() -> client.promotions().abort(PROMOTION)).kind())
        .isEqualTo(FailureKind.NOT_FOUND);
  }

  @Test
  void anAbortWithoutTheRightToGetIsForbiddenThoughTheServerSays500() {
    kargo.answering(
        asked ->
            asked.method().equals("POST")
                ? Answer.error(500, "internal server error")
                : Answer.error(
                    403,
                    "review subject access: promotions.kargo.akuity.io is forbidden: get is not permitted"));

    ApiFailure failure = failure(() -> client.promotions().abort(PROMOTION));

    assertThat(failure.kind()).isEqualTo(FailureKind.FORBIDDEN);
    assertThat(failure.reason().toString()).contains("get is not permitted");
  }

  @Test
  void a500OfAPromotionThatIsThereStaysA500() {
    kargo.answering(
        asked ->
            asked.method().equals("POST")
                ? Answer.error(500, "internal server error")
                : Answer.json(200, promotion()));

    ApiFailure failure = failure(() -> client.promotions().abort(PROMOTION));

    assertThat(failure.kind()).isEqualTo(FailureKind.INTERNAL);
    assertThat(failure.leavesDoubt()).isTrue();
  }

  @Test
  void a500DuringAnOutageStaysA500AndNotTheOneOfTheLook() {
    kargo.answering(asked -> Answer.error(500, "internal server error"));

    ApiFailure failure = failure(() -> client.promotions().abort(PROMOTION));

    assertThat(failure.kind()).isEqualTo(FailureKind.INTERNAL);
    assertThat(failure.request()).startsWith("POST");
  }

  @Test
  void aReverificationWithoutFreightIsAPreconditionThoughTheServerSays500() {
    kargo.answering(
        asked ->
            asked.method().equals("POST")
                ? Answer.error(500, "internal server error")
                : Answer.json(200, "{\"metadata\":{\"name\":\"uat\"},\"spec\":{},\"status\":{}}"));

    assertThat(failure(() -> client.stages().reverify("shop", "uat")).kind())
        .isEqualTo(FailureKind.PRECONDITION);
    assertThat(failure(() -> client.stages().abortVerification("shop", "uat")).message())
        .isEqualTo("the Stage holds no Freight to verify");
  }

  @Test
  void aReverificationOfAMissingStageIsNotFoundThoughTheServerSays500() {
    kargo.answering(
        asked ->
            asked.method().equals("POST")
                ? Answer.error(500, "internal server error")
                : asked.path().endsWith("/stages")
                    ? Answer.json(200, "{\"items\":null}")
                    : Answer.error(404, "Stage.kargo.akuity.io not found"));

    assertThat(failure(() -> client.stages().reverify("shop", "none")).kind())
        .isEqualTo(FailureKind.NOT_FOUND);
  }

  @Test
  void aMissingRightIsNamedWithItsResource() {
    kargo.answering(
        asked ->
            Answer.error(
                403,
                "review subject access: stages.kargo.akuity.io is forbidden: promote is not permitted"));

    assertThat(failure(() -> promote()).reason().toString())
        .contains("stages.kargo.akuity.io", "promote is not permitted", "role of your own");
  }

  @Test
  void aWebhooksServerThatIsDownIsUnavailableAndLeavesDoubt() {
    kargo.answering(asked -> Answer.error(500, "Internal error: failed calling webhook x"));

    ApiFailure failure = failure(() -> promote());

    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.leavesDoubt()).isTrue();
  }

  @Test
  void aTokenThatCannotBeCheckedIs500AndReadsAreTriedAgain() {
    kargo.answering(asked -> Answer.error(500, "internal server error"));
    RetryPolicy quick = new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(2));
    try (KargoClient patient = KargoClient.to(kargo.server().retry(quick).build())) {
      assertThat(failure(() -> patient.stages().get("shop", "uat")).kind())
          .isEqualTo(FailureKind.INTERNAL);
    }
    assertThat(kargo.asked()).hasSize(3);
  }

  @Test
  void aliveSaysNothingOfKubernetes() throws ApiException {
    kargo.answering(
        asked ->
            asked.path().equals("/healthz")
                ? new Answer(200, "text/plain; charset=utf-8", "ok")
                : Answer.error(500, "internal server error"));

    client.server().alive();

    assertThat(failure(() -> client.stages().list("shop")).kind()).isEqualTo(FailureKind.INTERNAL);
  }

  @Test
  void theWholeInterfaceMayLieBelowAPath() throws ApiException {
    kargo.answering(asked -> Answer.json(200, "{\"items\":[]}"));
    try (KargoClient below = kargo.client("/kargo")) {
      below.stages().list("shop");
      assertThat(failure(() -> below.server().version()).kind()).isEqualTo(FailureKind.MALFORMED);
    }
    assertThat(kargo.asked().get(0).path()).isEqualTo("/kargo/v1beta1/projects/shop/stages");
  }

  @Test
  void aNameCannotLeaveItsPlaceInThePath() {
    assertThat(
            catchThrowableOfType(
                IllegalArgumentException.class, () -> client.stages().get("shop", "..")))
        .hasMessageContaining("'..'");
    assertThat(kargo.asked()).isEmpty();
  }

  @Test
  void thePasswordGoesIntoTheHeaderAndIsNotShown() throws ApiException {
    kargo.answering(asked -> Answer.json(200, "{\"idToken\":\"ey.J.x\"}"));
    BearerToken password = BearerToken.of("pass-word-1");
    assertThat(KargoClient.login(kargo.server().build(), password).reveal()).isEqualTo("ey.J.x");
    assertThat(kargo.asked().get(0).authorization()).isEqualTo("Bearer pass-word-1");
    assertThat(kargo.asked().get(0).body()).isEmpty();

    kargo.answering(asked -> Answer.error(403, "invalid password"));
    ApiFailure wrong = failure(() -> KargoClient.login(kargo.server().build(), password));
    assertThat(wrong.kind()).isEqualTo(FailureKind.UNAUTHENTICATED);
    assertThat(wrong.reason().toString()).doesNotContain("pass-word-1");
  }

  private void promote() throws ApiException {
    client.promotions().promote("shop", "uat", FreightChoice.name(FREIGHT));
  }

  private static String promotion() {
    return "{\"metadata\":{\"name\":\"x\",\"namespace\":\"shop\"},\"spec\":{\"stage\":\"uat\"}}";
  }

  private static ApiFailure failure(ThrowingCallable call) {
    ApiException thrown = catchThrowableOfType(ApiException.class, call);
    assertThat(thrown).isNotNull();
    return thrown.failure();
  }
}
