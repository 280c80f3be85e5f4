package dev.gatehouse.config.recurrence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the end of an RRULE on the clock of its zone, in whichever form it is written. */
final class Until {
  private static final Pattern PART = Pattern.compile("(?i)(?<=^|;)UNTIL=([^;]*)");
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  private Until() {}

  /**
   * Returns the rule for an iterator that counts clock times as if they were UTC.
   *
   * @throws UnreadableRuleException if UNTIL is neither a date nor a time
   */
  static String onClock(String rule, ZoneId zone) throws UnreadableRuleException {
    Matcher part = PART.matcher(rule);
    if (!part.find()) {
      return rule;
    }
    String until = part.group(1).strip().toUpperCase(Locale.ROOT);
    LocalDateTime end = end(until, zone).truncatedTo(ChronoUnit.SECONDS);
    return rule.substring(0, part.start(1)) + FORM.format(end) + "Z" + rule.substring(part.end(1));
  }

  private static LocalDateTime end(String until, ZoneId zone) throws UnreadableRuleException {
    boolean utc = until.endsWith("Z");
    try {
      if (until.length() == 8) {
        return LocalDate.parse(until, DateTimeFormatter.BASIC_ISO_DATE).atTime(LocalTime.MAX);
      }
      LocalDateTime written =
          LocalDateTime.parse(utc ? until.substring(0, until.length() - 1) : until, FORM);
      return utc
          ? ZonedRecurrence.latestClockTime(written.toInstant(ZoneOffset.UTC), zone)
          : written;
    } catch (DateTimeException e) {
      throw new UnreadableRuleException(
          "UNTIL=" + until + " is not a date or a time.",
          "Write UNTIL=20270131T170000Z for a moment in UTC, UNTIL=20270131T180000 for a time on"
              + " the clock of `timezone`, or UNTIL=20270131 for the whole day.");
    }
  }
}
