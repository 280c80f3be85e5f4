package dev.gatehouse.config.recurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The five fields of crontab: minute, hour, day of month, month, day of week.
 *
 * <p>As in crontab, a day fits when day of month or day of week fits, if both are restricted.
 * {@code L} as day of month is the last one. A search looks at most ten years ahead or back.
 */
public final class Cron implements LocalRecurrence {
  private static final int DAYS = 3653;
  private static final int LAST_DAY = 32;

  private final String text;
  private final BitSet minutes;
  private final BitSet hours;
  private final BitSet days;
  private final BitSet months;
  private final BitSet weekdays;
  private final boolean anyDay;
  private final boolean anyWeekday;

  private Cron(String text, List<BitSet> fields, boolean anyDay, boolean anyWeekday) {
    this.text = text;
    this.minutes = fields.get(0);
    this.hours = fields.get(1);
    this.days = fields.get(2);
    this.months = fields.get(3);
    this.weekdays = fields.get(4);
    this.anyDay = anyDay;
    this.anyWeekday = anyWeekday;
  }

  /**
   * Reads the fields.
   *
   * @throws UnreadableRuleException if they are not five, or one cannot be read
   */
  public static Cron parse(String text) throws UnreadableRuleException {
    String[] parts = text.strip().split("\\s+");
    CronField[] kinds = CronField.values();
    if (parts.length != kinds.length) {
      throw new UnreadableRuleException(
          "'" + text + "' has " + parts.length + " fields; a cron rule has five.",
          "Write minute, hour, day of month, month and day of week, such as `0 9 * * MON-FRI`.");
    }
    List<BitSet> fields = new ArrayList<>();
    for (int i = 0; i < kinds.length; i++) {
      fields.add(kinds[i].parse(parts[i]));
    }
    return new Cron(
        String.join(" ", parts), fields, parts[2].startsWith("*"), parts[4].startsWith("*"));
  }

  @Override
  public Optional<LocalDateTime> after(LocalDateTime time) {
    LocalDate day = time.toLocalDate();
    Optional<LocalDateTime> today = first(day, time.toLocalTime(), false);
    for (int i = 1; today.isEmpty() && i <= DAYS; i++) {
      today = first(day.plusDays(i), LocalTime.MIN, true);
    }
    return today;
  }

  @Override
  public Optional<LocalDateTime> atOrBefore(LocalDateTime time) {
    LocalDate day = time.toLocalDate();
    Optional<LocalDateTime> today = last(day, time.toLocalTime());
    for (int i = 1; today.isEmpty() && i <= DAYS; i++) {
      today = last(day.minusDays(i), LocalTime.MAX);
    }
    return today;
  }

  private Optional<LocalDateTime> first(LocalDate day, LocalTime from, boolean inclusive) {
    if (!fits(day)) {
      return Optional.empty();
    }
    int hour = hours.nextSetBit(from.getHour());
    while (hour >= 0) {
      int least = hour > from.getHour() ? 0 : from.getMinute() + (inclusive ? 0 : 1);
      int minute = minutes.nextSetBit(least);
      if (minute >= 0) {
        return Optional.of(day.atTime(hour, minute));
      }
      hour = hours.nextSetBit(hour + 1);
    }
    return Optional.empty();
  }

  private Optional<LocalDateTime> last(LocalDate day, LocalTime until) {
    if (!fits(day)) {
      return Optional.empty();
    }
    int hour = hours.previousSetBit(until.getHour());
    while (hour >= 0) {
      int minute = minutes.previousSetBit(hour < until.getHour() ? 59 : until.getMinute());
      if (minute >= 0) {
        return Optional.of(day.atTime(hour, minute));
      }
      hour = hours.previousSetBit(hour - 1);
    }
    return Optional.empty();
  }

  private boolean fits(LocalDate day) {
    if (!months.get(day.getMonthValue())) {
      return false;
    }
    boolean ofMonth =
        days.get(day.getDayOfMonth())
            || (days.get(LAST_DAY) && day.getDayOfMonth() == day.lengthOfMonth());
    boolean ofWeek = weekdays.get(day.getDayOfWeek().getValue() % 7);
    return (anyDay || anyWeekday) ? (ofMonth && ofWeek) : (ofMonth || ofWeek);
  }

  @Override
  public String text() {
    return "cron " + text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cron cron && cron.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
