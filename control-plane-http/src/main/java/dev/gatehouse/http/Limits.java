package dev.gatehouse.http;

import java.time.Duration;
import java.util.List;

/**
 * How long to wait and how much to take.
 *
 * @param connectTimeout for one connection
 * @param deadline for one operation with all its tries, unless it brings its own
 * @param streamSilence how long a stream may say nothing; the server says something every 15 s
 * @param answerBytes the longest answer, unpacked
 * @param listBytes the longest list of applications, which is never held as a whole
 * @param eventBytes the longest event of a stream
 * @param depth how deep JSON may nest
 * @param concurrency how many requests run at once; more wait within their deadline
 */
public record Limits(
    Duration connectTimeout,
    Duration deadline,
    Duration streamSilence,
    long answerBytes,
    long listBytes,
    int eventBytes,
    int depth,
    int concurrency) {
  private static final long MEGABYTE = 1024L * 1024;

  /** Refuses what would mean no limit or no work. */
  public Limits {
    for (Duration each : List.of(connectTimeout, deadline, streamSilence)) {
      if (each.isZero() || each.isNegative()) {
        throw new IllegalArgumentException("a time limit must be longer than nothing: " + each);
      }
    }
    if (answerBytes < 1 || listBytes < 1 || eventBytes < 1 || depth < 1 || concurrency < 1) {
      throw new IllegalArgumentException("limits of size and number are at least 1");
    }
  }

  /** What fits servers of up to ten thousand applications. */
  public static Limits standard() {
    return new Limits(
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofSeconds(45),
        64 * MEGABYTE,
        1024 * MEGABYTE,
        (int) (8 * MEGABYTE),
        200,
        32);
  }

  /** The same with another deadline. */
  public Limits withDeadline(Duration other) {
    return new Limits(
        connectTimeout,
        other,
        streamSilence,
        answerBytes,
        listBytes,
        eventBytes,
        depth,
        concurrency);
  }

  /** The same with another silence. */
  public Limits withStreamSilence(Duration other) {
    return new Limits(
        connectTimeout, deadline, other, answerBytes, listBytes, eventBytes, depth, concurrency);
  }

  /** The same with other sizes. */
  public Limits withBytes(long answer, long list, int event) {
    return new Limits(
        connectTimeout, deadline, streamSilence, answer, list, event, depth, concurrency);
  }
}
