package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.Optional;

/**
 * An operation and how far it came.
 *
 * @param phase the word on the wire; {@link #code()} is its meaning
 * @param retryCount how often it was tried again
 * @param syncResult missing until there is one; an end without it proves nothing
 */
public record OperationState(
    Optional<Operation> operation,
    String phase,
    Optional<String> message,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    long retryCount,
    Optional<SyncResult> syncResult) {
  /** Fills what is missing. */
  public OperationState {
    phase = Given.text(phase);
    message = Given.filled(message);
  }

  /** What the word means. */
  public PhaseCode code() {
    return PhaseCode.of(phase);
  }

  /** Whether a try has failed and another one is coming. */
  public boolean waitsForRetry() {
    return code() == PhaseCode.RUNNING && finishedAt.isPresent();
  }
}
