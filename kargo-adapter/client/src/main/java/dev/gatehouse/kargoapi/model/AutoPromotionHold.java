package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.Optional;

/** Older Freight was promoted by hand: auto-promotion of its origin waits. */
public record AutoPromotionHold(
    String freightName,
    FreightOrigin origin,
    Optional<String> promotionName,
    Optional<String> actor,
    Optional<Instant> createdAt) {
  /** Fills what is missing. */
  public AutoPromotionHold {
    freightName = Given.text(freightName);
    origin = Given.or(origin, FreightOrigin.NONE);
    promotionName = Given.filled(promotionName);
    actor = Given.filled(actor);
  }
}
