package dev.gatehouse.app.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durations for people, such as {@code 1 h 30 min}. */
public final class Spans {
  private Spans() {}

  /**
   * Returns the duration with its units, and {@code none} for zero or less: clocks may disagree.
   */
  public static String text(Duration asked) {
    Duration span = asked.isNegative() ? Duration.ZERO : asked;
    List<String> parts = new ArrayList<>();
    add(parts, span.toDaysPart(), "d");
    add(parts, span.toHoursPart(), "h");
    add(parts, span.toMinutesPart(), "min");
    add(parts, span.toSecondsPart(), "s");
    return parts.isEmpty() ? span.isZero() ? "none" : span.toMillis() + " ms" : parts(parts);
  }

  private static String parts(List<String> parts) {
    return String.join(" ", parts.subList(0, Math.min(2, parts.size())));
  }

  private static void add(List<String> parts, long count, String unit) {
    if (count > 0) {
      parts.add(count + " " + unit);
    }
  }
}
