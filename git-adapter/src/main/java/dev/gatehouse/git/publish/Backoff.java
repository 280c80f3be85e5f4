package dev.gatehouse.git.publish;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before another try at a branch. */
final class Backoff {
  private static final long FIRST_MILLIS = 20;
  private static final int MOST_DOUBLINGS = 7;

  private Backoff() {}

  /** Returns a span that grows from 20 milliseconds to about 2 seconds, with jitter. */
  static Duration before(int attempt) {
    long most = FIRST_MILLIS << Math.min(attempt, MOST_DOUBLINGS);
    return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2));
  }
}
