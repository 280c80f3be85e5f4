package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.Optional;

/**
 * One of an object's conditions.
 *
 * <p>On a Stage they tell less than they seem to: after a failed re-verification {@code Verified}
 * stays {@code True}. See {@link StageStatus#verification()}.
 */
public record Condition(
    String type,
    String status,
    String reason,
    String message,
    long observedGeneration,
    Optional<Instant> lastTransitionTime) {
  /** Fills what is missing. */
  public Condition {
    type = Given.text(type);
    status = Given.text(status);
    reason = Given.text(reason);
    message = Given.text(message);
  }

  /** Returns whether it holds. */
  public boolean isTrue() {
    return status.equals("True");
  }
}
