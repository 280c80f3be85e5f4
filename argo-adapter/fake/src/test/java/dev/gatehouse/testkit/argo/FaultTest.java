package dev.gatehouse.testkit.argo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FaultTest extends ArgoFixture {
  private static final String VERSION = "/api/version";

  @Test
  void faultsHitSoManyRequestsAndNoMore() throws Exception {
    argo.failNext(2, Fault.internalError("sorry"));
    assertThat(get(VERSION).code()).isEqualTo(13);
    assertThat(get(VERSION).status()).isEqualTo(500);
    assertThat(get(VERSION).status()).isEqualTo(200);
  }

  @Test
  void aFaultCanBeMeantForOneRouteOnly() throws Exception {
    argo.failNext(1, "GET " + APPS, Fault.unavailable("sorry"));
    assertThat(get(VERSION).status()).isEqualTo(200);
    assertThat(get(APPS).status()).isEqualTo(503);
  }

  @Test
  void aRateLimitSaysWhenToComeBack() throws Exception {
    argo.failNext(1, Fault.rateLimited(Duration.ofSeconds(7)));
    argo.failNext(1, Fault.rateLimitedUntil(clock.instant()));
    assertThat(retryAfter()).isEqualTo("7");
    assertThat(retryAfter()).isEqualTo("Mon, 23 Nov 2026 09:00:00 GMT");
  }

  private String retryAfter() throws Exception {
    HttpResponse<String> answer =
        CLIENT.send(request(VERSION).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(429);
    return answer.headers().firstValue("retry-after").orElseThrow();
  }

  @Test
  void aProxyAnswersWithAPage() throws Exception {
    argo.failNext(1, Fault.proxyPage(502));
    Answer answer = get(VERSION);
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.type()).startsWith("text/html");
  }

  @Test
  void garbageComesWithSuccess() throws Exception {
    argo.failNext(1, Fault.garbage());
    Answer answer = get(VERSION);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.type()).isEqualTo("application/json");
    assertThatThrownBy(answer::json).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHugeLineIsAsLongAsAsked() throws Exception {
    argo.failNext(1, Fault.huge(1_000_000));
    assertThat(get(VERSION).text()).hasSizeGreaterThan(1_000_000);
  }

  @Test
  void connectionsBreakInEveryWay() {
    payments();
    breaks(Fault.notHttp());
    breaks(Fault.truncated());
  }

  private void breaks(Fault fault) {
    argo.failNext(1, fault);
    assertThatThrownBy(() -> get(APPS + "/payments?project=default"))
        .as(fault.toString())
        .isInstanceOf(IOException.class);
  }

  @Test
  void aResetComesBeforeTheServerHasDoneAnything() {
    FakeApplication payments = payments();
    argo.failNext(1, Fault.reset());
    assertThatThrownBy(() -> sync("{}")).isInstanceOf(IOException.class);
    assertThat(payments.json().has("operation")).isFalse();
  }

  @Test
  void aLostAnswerLeavesTheSyncAccepted() {
    FakeApplication payments = payments();
    argo.failNext(1, Fault.answerLost());
    assertThatThrownBy(() -> sync("{}")).isInstanceOf(IOException.class);
    assertThat(payments.json().has("operation")).isTrue();
  }

  @Test
  void silenceLastsUntilTheClientGivesUp() {
    argo.failNext(1, Fault.noAnswer());
    assertThatThrownBy(() -> send(request(VERSION).timeout(Duration.ofMillis(100))))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void aStalledAnswerHasItsHeadAndNeverItsEnd() throws Exception {
    argo.failNext(1, Fault.stalled());
    var answer = CLIENT.send(request(VERSION).build(), HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    try (var body = answer.body()) {
      assertThat(body.read()).isEqualTo('{');
    }
  }

  @Test
  void closingTheServerEndsWhoeverWaits() {
    argo.failNext(1, Fault.noAnswer());
    CompletableFuture<Answer> answer = later(request(VERSION));
    while (argo.requests().isEmpty()) {
      Thread.onSpinWait();
    }
    argo.close();
    assertThat(answer).failsWithin(PATIENCE);
  }
}
