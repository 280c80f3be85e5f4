package dev.gatehouse.config.recurrence;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A single start.
 *
 * @param start when
 */
public record OneStart(LocalDateTime start) implements LocalRecurrence {
  @Override
  public Optional<LocalDateTime> atOrBefore(LocalDateTime time) {
    return Optional.of(start).filter(at -> !at.isAfter(time));
  }

  @Override
  public Optional<LocalDateTime> after(LocalDateTime time) {
    return Optional.of(start).filter(at -> at.isAfter(time));
  }

  @Override
  public String text() {
    return "once at " + start;
  }
}
