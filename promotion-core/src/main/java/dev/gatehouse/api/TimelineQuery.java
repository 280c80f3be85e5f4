package dev.gatehouse.api;

import dev.gatehouse.history.StreamId;
import java.util.Optional;

/**
 * Which events are wanted, oldest first; a page at a time.
 *
 * @param of of this promotion or shard only, or of this application and its promotions; empty for
 *     all
 * @param after only those after this position; 0 for the first page
 * @param limit at most this many, 1 to 1,000
 */
public record TimelineQuery(Optional<StreamId> of, long after, int limit) {
  private static final int MOST = 1_000;

  /** Bounds the numbers. */
  public TimelineQuery {
    after = Math.max(0, after);
    limit = Math.max(1, Math.min(MOST, limit));
  }

  /** Returns the query for the first page of everything. */
  public static TimelineQuery all(int limit) {
    return new TimelineQuery(Optional.empty(), 0, limit);
  }

  /** Returns the query for the first page about one promotion, application or shard. */
  public static TimelineQuery of(StreamId one, int limit) {
    return new TimelineQuery(Optional.of(one), 0, limit);
  }

  /** Returns the query for what comes after this position. */
  public TimelineQuery from(long position) {
    return new TimelineQuery(of, position, limit);
  }
}
