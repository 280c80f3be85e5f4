package dev.gatehouse.app.drive;

import dev.gatehouse.history.Recorded;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.HeldBy;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.PromotionStatus;
import dev.gatehouse.runtime.Composition;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Follows one promotion, whoever drives it, until it ends or waits for someone. Not thread-safe.
 */
public final class Following {
  private final Composition composition;
  private final PromotionId promotion;
  private final Instant deadline;
  private final Consumer<Recorded> shown;
  private long seen;

  /**
   * Starts following.
   *
   * @param after the version after which events are shown
   * @param deadline when to give up waiting
   * @param shown is given every event once, in order
   */
  public Following(
      Composition composition,
      PromotionId promotion,
      long after,
      Instant deadline,
      Consumer<Recorded> shown) {
    this.composition = composition;
    this.promotion = promotion;
    this.seen = after;
    this.deadline = deadline;
    this.shown = shown;
  }

  /** Shows what is new and tells whether there is nothing to wait for any more. */
  public boolean isOver(Instant now) {
    List<Recorded> history = composition.audit().history(promotion);
    for (Recorded recorded : history) {
      if (recorded.version() > seen) {
        shown.accept(recorded);
        seen = recorded.version();
      }
    }
    Promotion current = Promotion.of(history);
    return now.isAfter(deadline)
        || current.phase().isFinal()
        || (!PromotionStatus.of(current).isUnfinished() && !HeldBy.timeUntil(deadline, current));
  }
}
