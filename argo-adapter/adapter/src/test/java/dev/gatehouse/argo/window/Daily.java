package dev.gatehouse.argo.window;

import dev.gatehouse.policy.Recurrence;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** A schedule {@code m h * * *}; nothing else can be read. */
public record Daily(String text, LocalTime time, ZoneId zone) implements Recurrence {
  /** Reads such schedules. */
  public static final Crons CRONS =
      (schedule, zone) ->
          schedule.matches("\\d+ \\d+ \\* \\* \\*")
              ? Optional.of(new Daily(schedule, time(schedule.split(" ", 3)), zone))
              : Optional.empty();

  private static LocalTime time(String[] parts) {
    return LocalTime.of(Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
  }

  @Override
  public Optional<Instant> lastStart(Instant atOrBefore) {
    ZonedDateTime today = atOrBefore.atZone(zone).with(time);
    boolean later = today.toInstant().isAfter(atOrBefore);
    return Optional.of((later ? today.minusDays(1) : today).toInstant());
  }

  @Override
  public Optional<Instant> nextStart(Instant after) {
    ZonedDateTime today = after.atZone(zone).with(time);
    boolean later = today.toInstant().isAfter(after);
    return Optional.of((later ? today : today.plusDays(1)).toInstant());
  }
}
