package dev.gatehouse.config.recurrence;

import dev.gatehouse.policy.Recurrence;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * Puts the starts of a wall clock on the time line; immutable and thread-safe.
 *
 * <p>A start that the clock skips in spring happens when the clock jumps; a start that it shows
 * twice in autumn happens the first time. So the order of starts is always kept.
 *
 * @param rule the starts
 * @param zone whose clock it is
 */
public record ZonedRecurrence(LocalRecurrence rule, ZoneId zone) implements Recurrence {
  @Override
  public Optional<Instant> lastStart(Instant atOrBefore) {
    return rule.atOrBefore(latestClockTime(atOrBefore, zone)).map(this::instant);
  }

  @Override
  public Optional<Instant> nextStart(Instant after) {
    Optional<LocalDateTime> next = rule.after(latestClockTime(after, zone));
    return next.map(this::instant);
  }

  @Override
  public String text() {
    return rule.text() + " " + zone.getId();
  }

  /** The largest clock time whose start is not after this moment. */
  static LocalDateTime latestClockTime(Instant moment, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    LocalDateTime shown = LocalDateTime.ofInstant(moment, rules.getOffset(moment));
    ZoneOffsetTransition change = rules.previousTransition(moment.plusNanos(1));
    boolean repeating =
        change != null && change.isOverlap() && shown.isBefore(change.getDateTimeBefore());
    return repeating ? change.getDateTimeBefore().minusNanos(1) : shown;
  }

  private Instant instant(LocalDateTime time) {
    ZoneOffsetTransition change = zone.getRules().getTransition(time);
    return change != null && change.isGap()
        ? change.getInstant()
        : time.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }
}
