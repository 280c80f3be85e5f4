package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a Promotion is.
 *
 * @param phase the word on the wire; {@link #code()} is its meaning
 * @param currentStep from 0; left out by the server while it is 0
 * @param state what its steps gave out, by alias
 */
public record PromotionStatus(
    String phase,
    Optional<String> message,
    Optional<FreightReference> freight,
    Optional<FreightCollection> freightCollection,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    long currentStep,
    List<StepStatus> stepExecutionMetadata,
    JsonPart state,
    Optional<String> lastHandledRefresh) {
  /** No controller has looked at it. */
  static final PromotionStatus EMPTY =
      new PromotionStatus(
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          List.of(),
          JsonPart.EMPTY,
          Optional.empty());

  /** Fills what is missing. */
  public PromotionStatus {
    phase = Given.text(phase);
    message = Given.filled(message);
    stepExecutionMetadata = Given.list(stepExecutionMetadata);
    state = Given.or(state, JsonPart.EMPTY);
    lastHandledRefresh = Given.filled(lastHandledRefresh);
  }

  /** Returns what the word means. */
  public PromotionPhase code() {
    return PromotionPhase.of(phase);
  }
}
