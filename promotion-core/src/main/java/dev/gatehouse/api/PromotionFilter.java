package dev.gatehouse.api;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.stage.StageName;
import java.util.Optional;

/**
 * Which promotions are meant.
 *
 * @param application of this application only
 * @param stage to this stage only
 * @param openOnly without those that have ended
 * @param limit at most this many, 1 to 10,000
 */
public record PromotionFilter(
    Optional<ApplicationName> application, Optional<StageName> stage, boolean openOnly, int limit) {
  /** The newest hundred of all. */
  public static final PromotionFilter ALL =
      new PromotionFilter(Optional.empty(), Optional.empty(), false, 100);

  /** Bounds the limit. */
  public PromotionFilter {
    limit = Math.max(1, Math.min(10_000, limit));
  }

  /** Returns the filter for one application and stage. */
  public static PromotionFilter of(ApplicationName application, StageName stage, boolean openOnly) {
    return new PromotionFilter(Optional.of(application), Optional.of(stage), openOnly, 10_000);
  }
}
