package dev.gatehouse.engine;

import dev.gatehouse.promotion.TargetState;
import java.time.Duration;
import java.time.Instant;

/** How often a target that waits is checked; pure. */
final class CheckInterval {
  static final Duration AT_LEAST_EVERY = Duration.ofMinutes(10);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);
  private static final Duration BUSY = Duration.ofSeconds(1);
  private static final Duration BUSY_AT_MOST = Duration.ofSeconds(15);

  private CheckInterval() {}

  /** The longer a target waits for a slot the less often it asks. */
  static Instant busyUntil(TargetState state, Instant now) {
    Duration pause = Duration.between(state.since(), now).dividedBy(10);
    Duration least = pause.compareTo(BUSY) < 0 ? BUSY : pause;
    return now.plus(least.compareTo(BUSY_AT_MOST) > 0 ? BUSY_AT_MOST : least);
  }

  /** A time further away than a retry is when a window opens; no deadline runs until then. */
  static boolean isAppointed(Instant now, Instant asked) {
    return asked.isAfter(now.plus(LONGEST_RETRY));
  }

  static Instant notTooLate(Instant now, Instant asked) {
    Instant latest = now.plus(AT_LEAST_EVERY);
    return asked.isAfter(latest) ? latest : asked;
  }
}
