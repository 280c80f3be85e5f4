package dev.gatehouse.argo.watch;

import java.time.Duration;

/**
 * The rhythm of a watch.
 *
 * @param relist how often everything is listed again, because the server loses events and replays
 *     none
 * @param firstPause how long to wait after the first stream that broke; twice as long after each
 *     further one
 * @param longestPause where that ends
 */
public record WatchSettings(Duration relist, Duration firstPause, Duration longestPause) {
  /** A list every ten minutes; pauses of one second to one minute. */
  public static final WatchSettings DEFAULT =
      new WatchSettings(Duration.ofMinutes(10), Duration.ofSeconds(1), Duration.ofMinutes(1));
}
