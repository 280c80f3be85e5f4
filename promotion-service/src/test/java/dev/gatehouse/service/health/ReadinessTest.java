package dev.gatehouse.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-27T12:00:00Z"));
  private final Readiness readiness =
      new Readiness(now::get, Duration.ofSeconds(10), List.of("ledger", "worker"));

  @Test
  void aServiceIsReadyWhenEveryPartWasSeenToWork() {
    assertThat(readiness.answer().status()).isEqualTo(503);
    readiness.works("ledger");
    assertThat(readiness.answer().body()).contains("\"ledger\" : true", "\"worker\" : false");
    readiness.works("worker");
    assertThat(readiness.answer().status()).isEqualTo(200);
  }

  @Test
  void aPartThatHangsOrFailsIsNotReady() {
    readiness.works("ledger");
    readiness.works("worker");
    now.set(now.get().plusSeconds(11));
    assertThat(readiness.answer().status()).isEqualTo(503);
    readiness.works("ledger");
    readiness.works("worker");
    readiness.fails("worker");
    assertThat(readiness.parts()).containsEntry("worker", false).containsEntry("ledger", true);
  }

  @Test
  void aPartThatNobodyWaitsForChangesNothing() {
    readiness.works("ledger");
    readiness.works("worker");
    readiness.fails("weather");
    assertThat(readiness.answer().status()).isEqualTo(200);
  }
}
