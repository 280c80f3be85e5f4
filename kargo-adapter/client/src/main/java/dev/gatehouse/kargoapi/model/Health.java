package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.util.List;

/**
 * The health of a Stage.
 *
 * @param status the word on the wire; {@link #code()} is its meaning
 */
public record Health(String status, List<String> issues) {
  /** Fills what is missing. */
  public Health {
    status = Given.text(status);
    issues = Given.list(issues);
  }

  /** Returns what the word means. */
  public HealthCode code() {
    return HealthCode.of(status);
  }
}
