package dev.gatehouse.app.command;

import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times as they are typed. */
final class Times {
  static final ReasonCode INVALID_TIME = ReasonCode.of("invalid-time");
  private static final Pattern SPAN = Pattern.compile("(\\d{1,6})(ms|s|m|h|d)");

  private Times() {}

  /** Returns the end: a span from now, or a point in time. */
  static Instant until(String typed, Instant now) {
    if (SPAN.matcher(typed).matches()) {
      return now.plus(span(typed));
    }
    try {
      return Instant.parse(typed);
    } catch (DateTimeParseException e) {
      throw invalid(
          typed, "Write a span such as 4h or 2d, or a time such as 2027-01-31T18:00:00Z.");
    }
  }

  /** Returns the span. */
  static Duration span(String typed) {
    Matcher matcher = SPAN.matcher(typed);
    if (!matcher.matches()) {
      throw invalid(typed, "Write a number with its unit: 500ms, 30s, 15m, 4h or 2d.");
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static InvalidConfigurationException invalid(String typed, String next) {
    return new InvalidConfigurationException(
        new Reason(INVALID_TIME, "'" + typed + "' is not a time.", "command line", next));
  }
}
