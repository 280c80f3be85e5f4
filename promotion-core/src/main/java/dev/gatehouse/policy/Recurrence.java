package dev.gatehouse.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * When a window starts, again and again; immutable and thread-safe. Cron and RRULE live in
 * promotion-config.
 */
public interface Recurrence {
  /** Returns the latest start at or before this instant, or empty when there is none. */
  Optional<Instant> lastStart(Instant atOrBefore);

  /** Returns the first start after this instant, or empty when there is none. */
  Optional<Instant> nextStart(Instant after);

  /** Returns the rule as its author wrote it, with the time zone. */
  String text();
}
