package dev.gatehouse.config.recurrence;

import java.time.LocalDateTime;
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
 * An RRULE of RFC 5545 with its first start; immutable and thread-safe.
 *
 * <p>A search takes at most {@value #STEPS} steps; what lies beyond is as good as never.
 */
public final class CalendarRule implements LocalRecurrence {
  private static final int STEPS = 20_000;
  private static final int[] LOOK_BACK_DAYS = {2, 40, 400, 4_000};
  private static final Set<Freq> TOO_OFTEN = EnumSet.of(Freq.SECONDLY, Freq.MINUTELY);
  private static final TimeZone CLOCK = TimeZone.getTimeZone("UTC");

  private final String text;
  private final LocalDateTime start;

  private CalendarRule(String text, LocalDateTime start) {
    this.text = text;
    this.start = start;
  }

  /**
   * Reads a rule.
   *
   * @param text the rule, with or without {@code RRULE:} before it
   * @param start its first start
   * @throws UnreadableRuleException if it breaks RFC 5545 or repeats more often than hourly
   */
  public static CalendarRule parse(String text, LocalDateTime start)
      throws UnreadableRuleException {
    String bare = text.strip().replaceFirst("(?i)^RRULE:", "");
    try {
      RecurrenceRule rule = rule(bare);
      if (TOO_OFTEN.contains(rule.getFreq())) {
        throw new UnreadableRuleException(
            "A window cannot start every "
                + (rule.getFreq() == Freq.SECONDLY ? "second." : "minute."),
            "Use FREQ=HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY.");
      }
      CalendarRule made = new CalendarRule(bare, start);
      made.after(start);
      return made;
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
      String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("it is malformed");
      throw new UnreadableRuleException(
          "'" + bare + "' is not an RRULE: " + said + ".",
          "Write it by RFC 5545, such as FREQ=WEEKLY;BYDAY=FR or FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20.");
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
      return rule(text).iterator(new DateTime(CLOCK, millis(start)));
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
    return other instanceof CalendarRule rule && rule.text.equals(text) && rule.start.equals(start);
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
