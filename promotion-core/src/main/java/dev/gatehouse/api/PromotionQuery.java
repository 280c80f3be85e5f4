package dev.gatehouse.api;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.stage.StageName;
import java.util.Optional;

/**
 * Which summaries of promotions to return, newest first; a page at a time.
 *
 * @param application of this application only
 * @param stage to this stage only
 * @param openOnly without those that have ended
 * @param before only those that were proposed before this one: the last one of the page before
 * @param limit at most this many, 1 to 10,000
 */
public record PromotionQuery(
    Optional<ApplicationName> application,
    Optional<StageName> stage,
    boolean openOnly,
    Optional<PromotionId> before,
    int limit) {
  /** Bounds the limit. */
  public PromotionQuery {
    limit = Math.max(1, Math.min(10_000, limit));
  }

  /** Returns the query for the first page of this filter. */
  public static PromotionQuery of(PromotionFilter filter) {
    return new PromotionQuery(
        filter.application(), filter.stage(), filter.openOnly(), Optional.empty(), filter.limit());
  }

  /** Returns the query for the newest promotions of an application in a stage. */
  public static PromotionQuery of(ApplicationName application, StageName stage, int limit) {
    return new PromotionQuery(
        Optional.of(application), Optional.of(stage), false, Optional.empty(), limit);
  }

  /** Returns the query for what comes after a page that ends with this promotion. */
  public PromotionQuery after(PromotionId last) {
    return new PromotionQuery(application, stage, openOnly, Optional.of(last), limit);
  }
}
