package dev.gatehouse.evidence;

import java.util.Optional;

/**
 * What a number has to keep to.
 *
 * @param atLeast the least value
 * @param atMost the greatest value
 */
public record Bound(Optional<Double> atLeast, Optional<Double> atMost) {
  /** Returns whether the number keeps to it; what is no finite number keeps to nothing. */
  public boolean holds(double value) {
    return Double.isFinite(value)
        && atLeast.map(least -> value >= least).orElse(true)
        && atMost.map(most -> value <= most).orElse(true);
  }

  /** Returns {@code at least 95}, {@code at most 0.5}, or both. */
  public String text() {
    String least = atLeast.map(value -> "at least " + number(value)).orElse("");
    String most = atMost.map(value -> "at most " + number(value)).orElse("");
    return least + (least.isEmpty() || most.isEmpty() ? "" : " and ") + most;
  }

  /** Returns a number without a fraction that says nothing. */
  public static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
