package dev.gatehouse.config.recurrence;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * An RRULE of RFC 5545 with its first start on the clock of a zone; immutable and thread-safe.
 *
 * <p>An {@code UNTIL} that ends in {@code Z} is a moment in UTC, as RFC 5545 has it for a start
 * with a time zone; without the {@code Z} it is a time on the clock of the zone, as the start is. A
 * bare date includes the whole day.
 *
 * <p>A search takes at most {@value #STEPS} steps; what lies beyond is as good as never.
 */
public final class CalendarRule implements LocalRecurrence {
  private static final int STEPS = 20_000;
  private static final int[] LOOK_BACK_DAYS = {2, 40, 400, 4_000};
  private static final Set<Freq> TOO_OFTEN = EnumSet.of(Freq.SECONDLY, Freq.MINUTELY);
  private static final TimeZone CLOCK = TimeZone.getTimeZone("UTC");

  private final String text;
  private final String onClock;
  private final LocalDateTime start;

  private CalendarRule(String text, String onClock, LocalDateTime start) {
    this.text = text;
    this.onClock = onClock;
    this.start = start;
  }

  /**
   * Reads a rule.
   *
   * @param text the rule, with or without {@code RRULE:} before it
   * @param start its first start
   * @param zone the zone whose clock shows the start
   * @throws UnreadableRuleException if it breaks RFC 5545 or repeats more often than hourly
   */
  public static CalendarRule parse(String text, LocalDateTime start, ZoneId zone)
      throws UnreadableRuleException {
    String bare = text.strip().replaceFirst("(?i)^RRULE:", "");
    String onClock = Until.onClock(bare, zone);
    try {
      RecurrenceRule rule = rule(onClock);
      if (TOO_OFTEN.contains(rule.getFreq())) {
        throw new UnreadableRuleException(
            "A window cannot start every "
                + (rule.getFreq() == Freq.SECONDLY ? "second." : "minute."),
            "Use FREQ=HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY.");
      }
      CalendarRule made = new CalendarRule(bare, onClock, start);
      made.after(start);
      return made;
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
      String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("it is malformed");
      throw new UnreadableRuleException(
          "'" + bare + "' is not an RRULE: " + said + ".",
          "Write it by RFC 5545, such as FREQ=WEEKLY;BYDAY=FR or"
              + " FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20.");
    }
  }

  @Override
  public Optional<LocalDateTime> after(LocalDateTime time) {
    RecurrenceRuleIterator starts = iterator();
    if (time.isAfter(start)) {
      starts.fastForward(millis(time));
    }
    for (int i = 0; i < STEPS && starts.hasNext(); i++) {
      LocalDateTime next = local(starts.nextMillis());
      if (next.isAfter(time)) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<LocalDateTime> atOrBefore(LocalDateTime time) {
    for (int days : LOOK_BACK_DAYS) {
      LocalDateTime from = time.minusDays(days);
      Optional<LocalDateTime> found = from.isAfter(start) ? lastFrom(from, time) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return lastFrom(start, time);
  }

  private Optional<LocalDateTime> lastFrom(LocalDateTime from, LocalDateTime until) {
    RecurrenceRuleIterator starts = iterator();
    if (from.isAfter(start)) {
      starts.fastForward(millis(from));
    }
    LocalDateTime last = null;
    for (int i = 0; i < STEPS && starts.hasNext(); i++) {
      LocalDateTime next = local(starts.nextMillis());
      if (next.isAfter(until)) {
        break;
      }
      last = next;
    }
    return Optional.ofNullable(last);
  }

  private RecurrenceRuleIterator iterator() {
    try {
      return rule(onClock).iterator(new DateTime(CLOCK, millis(start)));
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalStateException("was read before: " + text, e);
    }
  }

  private static RecurrenceRule rule(String text) throws InvalidRecurrenceRuleException {
    return new RecurrenceRule(text, RecurrenceRule.RfcMode.RFC5545_STRICT);
  }

  private static long millis(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private static LocalDateTime local(long millis) {
    return LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000L), 0, ZoneOffset.UTC);
  }

  @Override
  public String text() {
    return "rrule " + text + " from " + start;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CalendarRule rule
        && rule.text.equals(text)
        && rule.onClock.equals(onClock)
        && rule.start.equals(start);
  }

  @Override
  public int hashCode() {
    return 31 * text.hashCode() + start.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
