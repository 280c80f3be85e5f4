package dev.gatehouse.jdbc;

import dev.gatehouse.spi.Pause;
import dev.gatehouse.spi.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Handles wake-ups and says so; never ends those whose name starts with {@code stuck}. */
final class WakeUpChild {
  static final String READY = "ready";
  private static final Duration A_LITTLE_WORK = Duration.ofMillis(3);

  private WakeUpChild() {}

  /** Takes the URL, and whether {@code stuck} wake-ups get stuck here. */
  public static void main(String[] arguments) {
    JdbcSettings settings =
        JdbcSettings.of(arguments[0], Optional.empty(), Optional.empty())
            .withRhythm(Duration.ofMillis(50), Duration.ofMillis(250));
    boolean sticky = Boolean.parseBoolean(arguments[1]);
    JdbcPlatform platform = JdbcPlatform.open(settings);
    platform.wakeUps().start(wakeUp -> handle(wakeUp, sticky), Set.of());
    say(READY);
  }

  private static Optional<Instant> handle(WakeUp wakeUp, boolean sticky) {
    say("start " + wakeUp.promotion());
    while (sticky && wakeUp.promotion().value().startsWith("stuck")) {
      LockSupport.park();
    }
    Pause.real().orInterrupted(A_LITTLE_WORK);
    say("end " + wakeUp.promotion());
    return Optional.empty();
  }

  private static void say(String line) {
    synchronized (System.out) {
      System.out.print(line + "\n");
      System.out.flush();
    }
  }
}
