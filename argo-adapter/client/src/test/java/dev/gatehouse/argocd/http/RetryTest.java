package dev.gatehouse.argocd.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiCall;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What only reads is tried again, politely; what changes something never is. */
class RetryTest {
  private static final ApiCall READ = ArgoCdCall.get("settings");
  private static final ApiCall CHANGE = ArgoCdCall.of("POST", "applications", "shop", "sync");

  private final LocalServer server = LocalServer.start();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
  private final PausesByHand pauses = new PausesByHand(clock);
  private final HttpTransport transport =
      new HttpTransport(server.server().build(), ArgoCdDialect.INSTANCE, clock, pauses, () -> 1.0);

  @AfterEach
  void close() {
    transport.close();
    server.close();
  }

  private FailureKind failure(ApiCall call) {
    try {
      transport.call(call, AnswerReader.nothing());
      throw new AssertionError("the call went well");
    } catch (ApiException e) {
      return e.kind();
    }
  }

  private void busy(int status, String... headers) {
    server.answers(status, "text/html", "<html>busy</html>", headers);
  }

  @Test
  void aReadingRequestIsTriedAgainWithLongerPauses() throws ApiException {
    busy(503);
    busy(502);
    busy(500);
    server.answersJson("{\"url\":\"x\"}");
    JsonNode answer = transport.call(READ, AnswerReader.of(JsonNode.class));
    assertThat(answer.path("url").asText()).isEqualTo("x");
    assertThat(pauses.taken())
        .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(1000));
  }

  @Test
  void aBrokenConnectionIsTriedAgain() throws ApiException {
    server.then(out -> {});
    server.answersJson("{}");
    transport.call(READ, AnswerReader.nothing());
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void itEndsAfterTheLastTry() {
    for (int i = 0; i < 5; i++) {
      busy(503);
    }
    assertThat(failure(READ)).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void theServersWishInSecondsIsKept() throws ApiException {
    busy(429, "Retry-After: 7");
    server.answersJson("{}");
    transport.call(READ, AnswerReader.nothing());
    assertThat(pauses.taken()).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void theServersWishAsADateIsKept() throws ApiException {
    busy(503, "Retry-After: Sun, 22 Nov 2026 10:00:20 GMT");
    server.answersJson("{}");
    transport.call(READ, AnswerReader.nothing());
    assertThat(pauses.taken()).containsExactly(Duration.ofSeconds(20));
  }

  @Test
  void aWishThatIsNeitherIsIgnored() throws ApiException {
    busy(503, "Retry-After: soon");
    server.answersJson("{}");
    transport.call(READ, AnswerReader.nothing());
    assertThat(pauses.taken()).containsExactly(Duration.ofMillis(250));
  }

  @Test
  void aWishBeyondTheDeadlineEndsItAtOnce() {
    busy(429, "Retry-After: 3600");
    assertThat(failure(READ)).isEqualTo(FailureKind.RATE_LIMITED);
    assertThat(pauses.taken()).isEmpty();
  }

  @Test
  void whatChangesSomethingIsSentOnce() {
    busy(503, "Retry-After: 0");
    server.answersJson("{}");
    assertThat(failure(CHANGE)).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void whatChangesSomethingIsSentOnceThoughTheConnectionBreaks() {
    server.then(out -> {});
    server.answersJson("{}");
    assertThatThrownBy(() -> transport.call(CHANGE, AnswerReader.nothing()))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(FailureKind.UNREACHABLE);
              assertThat(e.failure().leavesDoubt()).isTrue();
              assertThat(e.reason().next()).contains("look before you repeat it");
            });
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aRefusalIsNotTriedAgain() {
    server.answers(403, "application/json", "{\"code\":7,\"message\":\"permission denied\"}");
    assertThat(failure(READ)).isEqualTo(FailureKind.FORBIDDEN);
    assertThat(server.requests()).hasSize(1);
  }
}
