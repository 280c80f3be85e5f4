package dev.gatehouse.config.shape;

import dev.gatehouse.policy.Quorum;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.reason.Nearest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that have a notation of their own. */
final class Words {
  private static final Pattern SHORT_DURATION =
      Pattern.compile(
          "(?:(\\d{1,6})w)?(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");
  private static final Pattern QUORUM =
      Pattern.compile("([1-9][0-9]?) of ([A-Za-z0-9][A-Za-z0-9._/-]{0,126})");
  private static final Pattern SLICE = Pattern.compile("([1-9][0-9]{0,4})( ?%)?");
  private static final Duration LONGEST = Duration.ofDays(3660);

  private static final Map<Class<?>, Shape> SHAPES =
      Map.of(
          Duration.class,
          new WordShape(
              "a duration",
              "^(P.+|([0-9]{1,6}w)?([0-9]{1,6}d)?([0-9]{1,6}h)?([0-9]{1,6}m)?([0-9]{1,6}s)?)$",
              false,
              Words::duration,
              constant(
                  "Write number and unit, such as 15m, 12h, 2d or 1h30m, or ISO-8601 such as PT15M; at most ten years.")),
          Instant.class,
          new WordShape(
              "a moment",
              "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T.+)?$",
              false,
              Words::moment,
              constant(
                  "Write a day such as 2027-01-31 (it begins at 00:00 UTC) or a time with its offset such as 2027-01-31T09:00:00+01:00.")),
          LocalDateTime.class,
          new WordShape(
              "a local time",
              "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T.+)?$",
              false,
              Words::localTime,
              constant(
                  "Write a day such as 2026-12-20 or a time without an offset such as 2026-12-20T18:00.")),
          ZoneId.class,
          new WordShape("a time zone", "^\\S+$", false, Words::zone, Words::zoneRemedy),
          Quorum.class,
          new WordShape(
              "a quorum",
              "^[1-9][0-9]? of [A-Za-z0-9][A-Za-z0-9._/-]{0,126}$",
              false,
              Words::quorum,
              constant("Write `NUMBER of ROLE`, such as `1 of owner`.")),
          Slice.class,
          new WordShape(
              "the size of a wave",
              "^([1-9][0-9]{0,4}|([1-9][0-9]?|100) ?%|rest|each)$",
              true,
              Words::slice,
              constant(
                  "Write a number of targets, a percentage such as 25%, `each` (one by one) or `rest`.")));

  private Words() {}

  static Optional<Shape> of(Class<?> type) {
    return Optional.ofNullable(SHAPES.get(type));
  }

  private static Function<String, String> constant(String next) {
    return found -> next;
  }

  static Optional<Duration> duration(String text) {
    Duration value;
    Matcher parts = SHORT_DURATION.matcher(text);
    if (!text.isEmpty() && parts.matches()) {
      value =
          Duration.ofDays(7 * number(parts.group(1)) + number(parts.group(2)))
              .plusHours(number(parts.group(3)))
              .plusMinutes(number(parts.group(4)))
              .plusSeconds(number(parts.group(5)));
    } else {
      try {
        value = Duration.parse(text.startsWith("P") ? text : "-");
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
    return Optional.of(value).filter(d -> !d.isNegative() && d.compareTo(LONGEST) <= 0);
  }

  private static long number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static Optional<Instant> moment(String text) {
    return parsed(
        () ->
            text.contains("T")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  private static Optional<LocalDateTime> localTime(String text) {
    return parsed(
        () ->
            text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay());
  }

  private static Optional<ZoneId> zone(String text) {
    return ZoneId.getAvailableZoneIds().contains(text)
        ? Optional.of(ZoneId.of(text))
        : Optional.empty();
  }

  private static String zoneRemedy(String found) {
    return Nearest.to(found, new TreeSet<>(ZoneId.getAvailableZoneIds()))
            .map(zone -> "Did you mean '" + zone + "'? ")
            .orElse("")
        + "Use a name of the IANA list, such as Europe/Berlin or UTC.";
  }

  private static Optional<Quorum> quorum(String text) {
    Matcher parts = QUORUM.matcher(text);
    return parts.matches() && !text.contains("..")
        ? Optional.of(Quorum.of(Integer.parseInt(parts.group(1)), parts.group(2)))
        : Optional.empty();
  }

  private static Optional<Slice> slice(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (word.equals("rest") || word.equals("each")) {
      return Optional.of(word.equals("rest") ? Slice.REST : Slice.EACH);
    }
    Matcher parts = SLICE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int size = Integer.parseInt(parts.group(1));
    return parts.group(2) == null
        ? Optional.of(Slice.count(size))
        : Optional.of(size).filter(percent -> percent <= 100).map(Slice::percent);
  }

  private static <T> Optional<T> parsed(java.util.function.Supplier<T> parse) {
    try {
      return Optional.of(parse.get());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
