package dev.gatehouse.jdbc;

import dev.gatehouse.spi.Pause;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what must become true, and no longer. */
final class Conditions {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  private Conditions() {}

  static boolean holds(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Pause.real().orInterrupted(BETWEEN_LOOKS);
    }
    return true;
  }
}
