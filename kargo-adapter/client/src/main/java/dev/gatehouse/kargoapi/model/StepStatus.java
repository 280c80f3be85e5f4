package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a step is.
 *
 * @param errorCount how many errors it had; never counted down by a good try
 * @param status the word on the wire
 */
public record StepStatus(
    String alias,
    String status,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    long errorCount,
    boolean continueOnError,
    Optional<String> message) {
  /** Fills what is missing. */
  public StepStatus {
    alias = Given.text(alias);
    status = Given.text(status);
    message = Given.filled(message);
  }

  /** Returns whether it is over: one that failed and is tried again has no end. */
  public boolean isFinal() {
    return finishedAt.isPresent();
  }
}
