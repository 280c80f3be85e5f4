package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.Optional;

/** A Promotion as its Stage shows it; outlives the Promotion. */
public record PromotionReference(
    String name,
    Optional<FreightReference> freight,
    Optional<PromotionStatus> status,
    Optional<Instant> finishedAt) {
  /** Fills what is missing. */
  public PromotionReference {
    name = Given.text(name);
  }
}
