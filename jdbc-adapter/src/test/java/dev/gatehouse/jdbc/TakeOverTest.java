package dev.gatehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.testkit.contract.Histories;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several real processes on one database: they share the work, and a killed one's is taken over.
 */
class TakeOverTest {
  private static final int WORK = 150;

  @Test
  void twoProcessesShareOnePostgresAndAKilledOnesWorkIsTakenOver() throws Exception {
    sharedAndTakenOver(Postgres.fresh());
  }

  @Test
  void twoProcessesShareOneEmbeddedFileAndTheOneThatHeldItMayDie(@TempDir Path folder)
      throws Exception {
    sharedAndTakenOver(JdbcSettings.embedded(folder.resolve("ledger")));
  }

  private static void sharedAndTakenOver(JdbcSettings settings) throws Exception {
    WakeUp stuck = new WakeUp.Decide(Histories.id("stuck"));
    try (ChildProcess first = child(settings, true)) {
      first.awaitLine(WakeUpChild.READY::equals);
      try (ChildProcess second = child(settings, false);
          JdbcPlatform platform = JdbcPlatform.open(settings)) {
        second.awaitLine(WakeUpChild.READY::equals);
        shared(platform, first, second);
        platform.wakeUps().schedule(stuck, Instant.now());
        takenOver(platform, first, second);
      }
    }
  }

  private static ChildProcess child(JdbcSettings settings, boolean sticky) {
    return ChildProcess.start(WakeUpChild.class, settings.url(), Boolean.toString(sticky));
  }

  private static void shared(JdbcPlatform platform, ChildProcess first, ChildProcess second) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < WORK; i++) {
      platform.wakeUps().schedule(new WakeUp.Decide(Histories.id("work-" + i)), Instant.now());
      expected.add("start work-" + i);
    }
    assertThat(Conditions.holds(() -> platform.wakeUps().earliest(Set.of()).isEmpty())).isTrue();
    first.awaitLine(line -> line.startsWith("end work-"));
    second.awaitLine(line -> line.startsWith("end work-"));
    assertThat(Conditions.holds(() -> started(first, second).size() == WORK)).isTrue();
    assertThat(started(first, second)).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> started(ChildProcess... children) {
    List<String> started = new ArrayList<>();
    for (ChildProcess child : children) {
      child.lines().stream().filter(line -> line.startsWith("start work-")).forEach(started::add);
    }
    return started;
  }

  private static void takenOver(JdbcPlatform platform, ChildProcess first, ChildProcess second)
      throws InterruptedException {
    assertThat(
            Conditions.holds(
                () ->
                    first.lines().contains("start stuck") || second.lines().contains("end stuck")))
        .isTrue();
    boolean wasStuck = !second.lines().contains("end stuck");
    long killed = System.nanoTime();
    first.kill();
    if (wasStuck) {
      second.awaitLine("end stuck"::equals);
      System.out.printf(
          "a killed process's wake-up was taken over after %d ms%n",
          Duration.ofNanos(System.nanoTime() - killed).toMillis());
    }
    WakeUp after = new WakeUp.Decide(Histories.id("after"));
    platform.wakeUps().schedule(after, Instant.now());
    second.awaitLine("end after"::equals);
  }
}
