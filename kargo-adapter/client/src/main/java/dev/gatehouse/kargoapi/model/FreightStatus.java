package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Where Freight is and what is known of it, by Stage.
 *
 * <p>Anyone who may patch it can write an approval or a verification: it says when, and not who.
 */
public record FreightStatus(
    Map<String, CurrentStage> currentlyIn,
    Map<String, VerifiedStage> verifiedIn,
    Map<String, ApprovedStage> approvedFor) {
  /** Nothing known. */
  static final FreightStatus EMPTY = new FreightStatus(Map.of(), Map.of(), Map.of());

  /** Fills what is missing. */
  public FreightStatus {
    currentlyIn = Given.map(currentlyIn);
    verifiedIn = Given.map(verifiedIn);
    approvedFor = Given.map(approvedFor);
  }

  /** Since when it is in a Stage. */
  public record CurrentStage(Optional<Instant> since) {}

  /**
   * When it was verified in a Stage. It stays after a later verification that failed.
   *
   * @param longestSoak the longest time without a break that it was there, as Go writes durations
   */
  public record VerifiedStage(Optional<Instant> verifiedAt, Optional<String> longestSoak) {}

  /** When it was approved for a Stage; by whom is not kept. */
  public record ApprovedStage(Optional<Instant> approvedAt) {}
}
