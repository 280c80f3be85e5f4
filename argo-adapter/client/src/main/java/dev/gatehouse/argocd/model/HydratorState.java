package dev.gatehouse.argocd.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.Optional;

/** What the source hydrator did. */
public record HydratorState(
    Optional<Hydration> currentOperation, Optional<Hydration> lastSuccessfulOperation) {
  /**
   * One hydration.
   *
   * @param phase {@code Hydrating}, {@code Failed} or {@code Hydrated}
   */
  public record Hydration(
      String phase,
      @JsonProperty("drySHA") Optional<String> drySha,
      @JsonProperty("hydratedSHA") Optional<String> hydratedSha,
      Optional<String> message,
      Optional<Instant> startedAt,
      Optional<Instant> finishedAt) {
    /** Fills what is missing. */
    public Hydration {
      phase = Given.text(phase);
    }
  }
}
