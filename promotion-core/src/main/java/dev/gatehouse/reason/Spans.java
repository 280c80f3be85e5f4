package dev.gatehouse.reason;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Writes durations for people; pure. */
public final class Spans {
  private static final List<String> UNITS = List.of("d", "h", "min", "s");

  private Spans() {}

  /**
   * Returns the two largest units, such as {@code 1 h 30 min}, and {@code none} for zero or less:
   * clocks may disagree.
   */
  public static String text(Duration asked) {
    Duration span = asked.isNegative() ? Duration.ZERO : asked;
    List<Long> counts =
        List.of(
            span.toDaysPart(),
            (long) span.toHoursPart(),
            (long) span.toMinutesPart(),
            (long) span.toSecondsPart());
    int first =
        IntStream.range(0, counts.size()).filter(i -> counts.get(i) > 0).findFirst().orElse(-1);
    if (first < 0) {
      return span.isZero() ? "none" : span.toMillis() + " ms";
    }
    String second =
        first + 1 < counts.size() && counts.get(first + 1) > 0 ? " " + part(counts, first + 1) : "";
    return part(counts, first) + second;
  }

  private static String part(List<Long> counts, int unit) {
    return counts.get(unit) + " " + UNITS.get(unit);
  }
}
