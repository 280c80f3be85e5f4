package dev.gatehouse.http;

import java.time.Duration;
import java.util.Optional;

/**
 * How a request that changes nothing is tried again; one that changes something never is.
 *
 * @param tries how often at most, with the first one
 * @param first the pause before the second try, which doubles from then on
 * @param longest the longest pause
 */
public record RetryPolicy(int tries, Duration first, Duration longest) {
  /** Refuses less than one try. */
  public RetryPolicy {
    if (tries < 1) {
      throw new IllegalArgumentException("at least one try: " + tries);
    }
  }

  /** Four tries within a few seconds. */
  public static RetryPolicy standard() {
    return new RetryPolicy(4, Duration.ofMillis(250), Duration.ofSeconds(10));
  }

  /** One try. */
  public static RetryPolicy never() {
    return new RetryPolicy(1, Duration.ZERO, Duration.ZERO);
  }

  /**
   * The pause after a failed try: what the server asked for, or half of the doubled pause and a
   * random share of the other half.
   *
   * @param failed how many tries have failed
   * @param random from 0 to 1
   */
  Duration pauseAfter(int failed, Optional<Duration> asked, double random) {
    if (asked.isPresent()) {
      return asked.get();
    }
    long doubled = first.toMillis() << Math.min(failed - 1, 20);
    long most = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(most / 2 + (long) (most / 2.0 * random));
  }
}
