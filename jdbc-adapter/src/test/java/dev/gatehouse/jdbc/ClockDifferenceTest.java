package dev.gatehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.testkit.contract.Histories;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F7: a clock opens no gate, because an opened gate must be recorded. */
class ClockDifferenceTest {
  private static final PromotionId A = Histories.id("checkout-prod-a");
  private static final PromotionId B = Histories.id("checkout-prod-b");
  @TempDir Path folder;

  @Test
  void aClockAheadOfPostgresRecordsNothing() {
    onPostgres(Duration.ofDays(10), "10 d ahead of the clock of the database");
  }

  @Test
  void aClockBehindPostgresRecordsNothing() {
    onPostgres(Duration.ofHours(-3), "behind the clock of the database");
  }

  @Test
  void aClockWithinTheToleranceOfPostgresRecords() {
    JdbcSettings settings = Postgres.fresh();
    try (JdbcPlatform near = open(settings, Duration.ofSeconds(30), ProcessClock.TOLERANCE)) {
      near.history().append(A, 0, List.of(Histories.proposed(A, "checkout", "prod")));
    }
    try (JdbcPlatform tolerant = open(settings, Duration.ofMinutes(5), Duration.ofMinutes(10))) {
      tolerant.history().append(B, 0, List.of(Histories.proposed(B, "checkout", "prod")));
      assertThat(tolerant.history().read(B)).hasSize(1);
    }
  }

  @Test
  void aClockBehindTheNewestEventOfAnEmbeddedLedgerRecordsNothingUntilTolerated() {
    JdbcSettings settings = JdbcSettings.embedded(folder.resolve("ledger"));
    Duration ahead = Duration.ofDays(10);
    try (JdbcPlatform wrong = open(settings, ahead, ProcessClock.TOLERANCE)) {
      wrong.history().append(A, 0, List.of(at(A, Instant.now().plus(ahead))));
    }
    try (JdbcPlatform right = open(settings, Duration.ZERO, ProcessClock.TOLERANCE)) {
      refused(right, "in the future");
      assertThatThrownBy(() -> right.history().append(B, 0, List.of(at(B, Instant.now()))))
          .hasMessageContaining("GATEHOUSE_CLOCK_TOLERANCE=240h");
      assertThat(right.history().read(A)).hasSize(1);
    }
    try (JdbcPlatform once = open(settings, Duration.ZERO, Duration.ofDays(10))) {
      once.history().append(B, 0, List.of(at(B, Instant.now())));
    }
    try (JdbcPlatform again = open(settings, Duration.ZERO, ProcessClock.TOLERANCE)) {
      again.history().append(B, 1, List.of(Histories.said(B, 2, "goes on")));
      assertThat(again.history().read(B)).hasSize(2);
    }
  }

  private static void onPostgres(Duration ahead, String words) {
    try (JdbcPlatform platform = open(Postgres.fresh(), ahead, ProcessClock.TOLERANCE)) {
      refused(platform, words);
    }
  }

  private static void refused(JdbcPlatform platform, String words) {
    assertThatThrownBy(
            () ->
                platform.history().append(B, 0, List.of(Histories.proposed(B, "checkout", "prod"))))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("clock-differs")
        .hasMessageContaining(words);
    assertThat(platform.history().read(B)).isEmpty();
  }

  private static JdbcPlatform open(JdbcSettings settings, Duration ahead, Duration tolerance) {
    InstantSource clock = InstantSource.offset(InstantSource.system(), ahead);
    return JdbcPlatform.open(settings, ProcessClock.of(clock, tolerance));
  }

  private static Recorded at(PromotionId id, Instant at) {
    PromotionEvent event = Histories.proposed(id, "checkout", "prod").event();
    return new Recorded(id, 1, at, Actor.person("ann"), event);
  }
}
