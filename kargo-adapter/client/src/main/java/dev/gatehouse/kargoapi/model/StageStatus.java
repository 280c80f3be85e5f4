package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a Stage is. All of it is missing where no controller serves its shard.
 *
 * @param conditions not the truth after a re-verification; see {@link #verification()}
 * @param freightHistory newest first
 */
public record StageStatus(
    List<Condition> conditions,
    List<FreightCollection> freightHistory,
    String freightSummary,
    Optional<Health> health,
    long observedGeneration,
    Optional<String> lastHandledRefresh,
    boolean autoPromotionEnabled,
    Map<String, AutoPromotionHold> autoPromotionHolds,
    Map<String, AutoPromotionHold> effectiveAutoPromotionHolds,
    Optional<PromotionReference> currentPromotion,
    Optional<PromotionReference> lastPromotion,
    JsonPart metadata) {
  /** No controller has looked at it. */
  static final StageStatus EMPTY =
      new StageStatus(
          List.of(),
          List.of(),
          "",
          Optional.empty(),
          0,
          Optional.empty(),
          false,
          Map.of(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          JsonPart.EMPTY);

  /** Fills what is missing. */
  public StageStatus {
    conditions = Given.list(conditions);
    freightHistory = Given.list(freightHistory);
    freightSummary = Given.text(freightSummary);
    lastHandledRefresh = Given.filled(lastHandledRefresh);
    autoPromotionHolds = Given.map(autoPromotionHolds);
    effectiveAutoPromotionHolds = Given.map(effectiveAutoPromotionHolds);
    metadata = Given.or(metadata, JsonPart.EMPTY);
  }

  /** Returns what the Stage holds now. */
  public Optional<FreightCollection> current() {
    return freightHistory.stream().findFirst();
  }

  /**
   * Returns the newest verification of what the Stage holds now. It tells a failed re-verification,
   * which the conditions and {@code verifiedIn} of the Freight do not.
   */
  public Optional<Verification> verification() {
    return current().flatMap(held -> held.verificationHistory().stream().findFirst());
  }

  /** Returns whether a controller has ever looked at the Stage. */
  public boolean isPickedUp() {
    return !conditions.isEmpty() || observedGeneration > 0;
  }
}
