package dev.gatehouse.argo.window;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations as Go writes them, such as {@code 1h30m}. */
final class GoDuration {
  private static final Pattern WHOLE = Pattern.compile("(\\d{1,6}[hms]){1,3}");
  private static final Pattern PART = Pattern.compile("(\\d+)([hms])");

  private GoDuration() {}

  static Optional<Duration> read(String text) {
    if (!WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      long count = Long.parseLong(part.group(1));
      sum =
          switch (part.group(2)) {
            case "h" -> sum.plusHours(count);
            case "m" -> sum.plusMinutes(count);
            default -> sum.plusSeconds(count);
          };
    }
    return Optional.of(sum);
  }
}
