package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.Optional;

/**
 * One verification of Freight in a Stage.
 *
 * @param actor who asked for it again; empty for the first one
 * @param phase the word on the wire; {@link #code()} is its meaning
 */
public record Verification(
    String id,
    Optional<String> actor,
    Optional<Instant> startTime,
    Optional<Instant> finishTime,
    String phase,
    Optional<String> message,
    Optional<AnalysisRunReference> analysisRun) {
  private static final String ABORTED = "Verification aborted by user";

  /** Fills what is missing. */
  public Verification {
    id = Given.text(id);
    actor = Given.filled(actor);
    phase = Given.text(phase);
    message = Given.filled(message);
  }

  /** Returns what the word means. */
  public VerificationPhase code() {
    return VerificationPhase.of(phase);
  }

  /** Returns whether a person ended it, which Kargo calls {@code Failed}. */
  public boolean isAborted() {
    return code() == VerificationPhase.ABORTED
        || (code() == VerificationPhase.FAILED && message.equals(Optional.of(ABORTED)));
  }
}
