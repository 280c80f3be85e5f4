package dev.gatehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.reason.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that serves the ledger to others is stopped, as Ctrl-Z stops it. */
@DisabledOnOs(OS.WINDOWS)
class StoppedHolderTest {
  @TempDir Path folder;

  @Test
  void aStoppedHolderIsNamedWithinATimeLimitAndServesAgainWhenItGoesOn() throws Exception {
    JdbcSettings settings = JdbcSettings.embedded(folder.resolve("ledger"));
    try (ChildProcess holder = ChildProcess.start(WakeUpChild.class, settings.url(), "false")) {
      holder.awaitLine(WakeUpChild.READY::equals);
      long process = Long.parseLong(Files.readAllLines(folder.resolve("ledger.door")).get(1));
      signal("STOP", process);
      try (EmbeddedSource source = new EmbeddedSource(settings, Duration.ofSeconds(1))) {
        long before = System.nanoTime();
        SQLException silent = catchThrowableOfType(SQLException.class, source::getConnection);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        PlatformException said = new Failures(settings).unreachable(silent);
        assertThat(said)
            .hasMessageContaining("store-holder-silent")
            .hasMessageContaining("held by process " + process + ", which does not answer");
      } finally {
        signal("CONT", process);
      }
      try (JdbcPlatform platform = JdbcPlatform.open(settings)) {
        assertThat(platform.history().checkpoints()).isEmpty();
      }
    }
  }

  private static void signal(String name, long process) throws IOException, InterruptedException {
    assertThat(
            new ProcessBuilder("kill", "-" + name, Long.toString(process))
                .inheritIO()
                .start()
                .waitFor())
        .isZero();
  }
}
