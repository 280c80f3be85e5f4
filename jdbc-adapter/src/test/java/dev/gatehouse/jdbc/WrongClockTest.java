package dev.gatehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.spi.WakeUps;
import dev.gatehouse.testkit.contract.Histories;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process whose clock is ten days ahead leaves behind when it dies. */
class WrongClockTest {
  private static final WakeUp WAKE_UP = new WakeUp.Decide(Histories.id("checkout-prod-a"));
  @TempDir Path folder;

  @Test
  void aWakeUpOfAClockThatIsFarAheadIsDueNow() throws Exception {
    scheduledAndThen(
        "UPDATE wake_up SET execution_time = DATEADD('DAY', 10, execution_time),"
            + " asked_at = DATEADD('DAY', 10, asked_at)");
  }

  @Test
  void aWakeUpHeldByAClockThatIsFarAheadIsTakenOver() throws Exception {
    scheduledAndThen(
        "UPDATE wake_up SET picked = TRUE, picked_by = 'dead',"
            + " last_heartbeat = DATEADD('DAY', 10, execution_time),"
            + " asked_at = DATEADD('DAY', 10, asked_at)");
  }

  @Test
  void aWakeUpThatIsMeantForLaterStaysThere() {
    try (JdbcPlatform platform = open()) {
      Instant later = Instant.now().plus(Duration.ofDays(10));
      platform.wakeUps().schedule(WAKE_UP, later);
      assertThat(platform.wakeUps().earliest(Set.of()).orElseThrow())
          .isAfter(later.minusSeconds(1));
    }
  }

  private void scheduledAndThen(String sql) throws Exception {
    try (JdbcPlatform platform = open()) {
      platform.wakeUps().schedule(WAKE_UP, Instant.now());
    }
    tamper(sql);
    CountDownLatch handled = new CountDownLatch(1);
    try (JdbcPlatform platform = open()) {
      assertThat(platform.wakeUps().earliest(Set.of()).orElseThrow())
          .isBefore(Instant.now().plusSeconds(60));
      try (WakeUps.Running running =
          platform
              .wakeUps()
              .start(
                  wakeUp -> {
                    handled.countDown();
                    return Optional.empty();
                  },
                  Set.of())) {
        assertThat(running).isNotNull();
        assertThat(handled.await(30, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private JdbcPlatform open() {
    return JdbcPlatform.open(JdbcSettings.embedded(folder.resolve("ledger")));
  }

  private void tamper(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:" + folder.resolve("ledger"), "sa", "");
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }
}
