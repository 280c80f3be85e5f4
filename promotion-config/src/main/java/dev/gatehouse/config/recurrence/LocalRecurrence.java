package dev.gatehouse.config.recurrence;

import java.time.LocalDateTime;
import java.util.Optional;

/** Starts on a wall clock that knows no time zone; immutable, every search is bounded. */
public interface LocalRecurrence {
  /** Returns the latest start at or before this time, or empty when there is none. */
  Optional<LocalDateTime> atOrBefore(LocalDateTime time);

  /** Returns the first start after this time, or empty when there is none. */
  Optional<LocalDateTime> after(LocalDateTime time);

  /** Returns the rule as its author wrote it. */
  String text();
}
