package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.Optional;

/**
 * The health of an application or of one object.
 *
 * @param status the word on the wire; {@link #code()} is its meaning
 */
public record HealthState(
    String status, Optional<String> message, Optional<Instant> lastTransitionTime) {
  static final HealthState EMPTY = new HealthState("", Optional.empty(), Optional.empty());

  /** Fills what is missing. */
  public HealthState {
    status = Given.text(status);
    message = Given.filled(message);
  }

  /** What the word means. */
  public HealthCode code() {
    return HealthCode.of(status);
  }
}
