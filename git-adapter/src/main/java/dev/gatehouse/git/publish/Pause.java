package dev.gatehouse.git.publish;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Waits between two tries; tests do not wait. */
@FunctionalInterface
public interface Pause {
  /** Grows from 20 milliseconds to about 2 seconds, with jitter. */
  Pause GROWING = attempt -> LockSupport.parkNanos(growing(attempt).toNanos());

  /** Is called before the try with this number, counted from one. */
  void before(int attempt);

  private static Duration growing(int attempt) {
    long most = 20L << Math.min(attempt, 7);
    return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2));
  }
}
