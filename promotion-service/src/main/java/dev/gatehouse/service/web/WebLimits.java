package dev.gatehouse.service.web;

import java.time.Duration;

/**
 * What one client may cost.
 *
 * @param body the longest body in bytes
 * @param head the longest request line with headers, in bytes
 * @param headers the most headers
 * @param connections the most connections at the same time
 * @param requests the most requests that are answered at the same time
 * @param threads the threads that answer them
 * @param arrival how long a request may take to arrive
 * @param idle how long a connection may be silent
 * @param grace how long requests in hand may take when the service stops
 */
public record WebLimits(
    int body,
    int head,
    int headers,
    int connections,
    int requests,
    int threads,
    Duration arrival,
    Duration idle,
    Duration grace) {
  /** The limits of a service for one organization. */
  public static final WebLimits DEFAULT =
      new WebLimits(
          256 * 1024,
          16 * 1024,
          64,
          2_000,
          256,
          16,
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20));
}
