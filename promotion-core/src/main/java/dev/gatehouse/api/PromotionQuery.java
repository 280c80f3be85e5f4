package dev.gatehouse.api;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.stage.StageName;
import java.util.Optional;

/**
 * Which promotions are wanted, newest first; a page at a time.
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
  /** The newest hundred of all. */
  public static final PromotionQuery ALL =
      new PromotionQuery(Optional.empty(), Optional.empty(), false, Optional.empty(), 100);

  private static final int MOST = 10_000;

  /** Bounds the limit. */
  public PromotionQuery {
    limit = Math.max(1, Math.min(MOST, limit));
  }

  /** Returns the query for the newest promotions that have not ended. */
  public static PromotionQuery open(int limit) {
    return new PromotionQuery(Optional.empty(), Optional.empty(), true, Optional.empty(), limit);
  }

  /** Returns the query for as many promotions of an application in a stage as a page may have. */
  public static PromotionQuery of(ApplicationName application, StageName stage, boolean openOnly) {
    return new PromotionQuery(
        Optional.of(application), Optional.of(stage), openOnly, Optional.empty(), MOST);
  }

  /** Returns the query for the newest promotions of an application in a stage. */
  public static PromotionQuery newest(ApplicationName application, StageName stage, int limit) {
    return new PromotionQuery(
        Optional.of(application), Optional.of(stage), false, Optional.empty(), limit);
  }

  /** Returns the query for what comes after a page that ends with this promotion. */
  public PromotionQuery after(PromotionId last) {
    return new PromotionQuery(application, stage, openOnly, Optional.of(last), limit);
  }
}
