package dev.gatehouse.argocd.model;

import java.util.Optional;

/**
 * How often a failed sync is tried again.
 *
 * @param limit how many times; -1 forever
 * @param refresh whether a later try takes the newest revision
 */
public record RetryStrategy(long limit, Optional<Backoff> backoff, boolean refresh) {
  /**
   * The pauses between the tries.
   *
   * @param duration the first one, as {@code 5s} or {@code 2m}
   * @param factor what each next one is multiplied by
   * @param maxDuration the longest one
   */
  public record Backoff(
      Optional<String> duration, Optional<Long> factor, Optional<String> maxDuration) {}

  /** This many times, with the server's pauses. */
  public static RetryStrategy limit(long limit) {
    return new RetryStrategy(limit, Optional.empty(), false);
  }
}
