package dev.gatehouse.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A recurrence for tests: first at an instant, and again after each step. */
public record Every(Instant first, Duration step) implements Recurrence {
  @Override
  public Optional<Instant> lastStart(Instant atOrBefore) {
    if (atOrBefore.isBefore(first)) {
      return Optional.empty();
    }
    long steps = Duration.between(first, atOrBefore).dividedBy(step);
    return Optional.of(first.plus(step.multipliedBy(steps)));
  }

  @Override
  public Optional<Instant> nextStart(Instant after) {
    return Optional.of(lastStart(after).map(last -> last.plus(step)).orElse(first));
  }

  @Override
  public String text() {
    return "every " + step + " from " + first;
  }
}
