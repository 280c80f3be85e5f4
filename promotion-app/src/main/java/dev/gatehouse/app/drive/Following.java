package dev.gatehouse.app.drive;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Promotions;
import dev.gatehouse.api.Result;
import dev.gatehouse.api.TimelinePage;
import dev.gatehouse.api.TimelineQuery;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.HeldBy;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.PromotionStatus;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Follows one promotion, whoever drives it, until it ends or waits for someone. Not thread-safe.
 */
public final class Following {
  private static final int PAGE = 500;
  private final Promotions promotions;
  private final Caller caller;
  private final PromotionId promotion;
  private final Instant deadline;
  private final Consumer<Recorded> shown;
  private long seen;
  private long shownVersion;

  /**
   * Starts following.
   *
   * @param deadline when to give up waiting
   * @param shown is given every event once, in order
   */
  public Following(
      Promotions promotions,
      Caller caller,
      PromotionId promotion,
      Instant deadline,
      Consumer<Recorded> shown) {
    this.promotions = promotions;
    this.caller = caller;
    this.promotion = promotion;
    this.deadline = deadline;
    this.shown = shown;
  }

  /**
   * Shows what is new and returns whether there is nothing to wait for any more.
   *
   * <p>The promotion is read first: whatever ended the wait is then among the events that are
   * shown.
   */
  public boolean isOver(Instant now) {
    if (!(promotions.ask(promotion, caller) instanceof Answer.Accepted accepted) || !isShown()) {
      return true;
    }
    Promotion current = accepted.promotion();
    return now.isAfter(deadline) || (shownVersion >= current.version() && isOver(current));
  }

  /** Shows every event since the last look; returns whether they may be seen. */
  private boolean isShown() {
    TimelineQuery query = TimelineQuery.of(StreamId.of(promotion), PAGE);
    boolean more = true;
    while (more) {
      Result<TimelinePage> answer = promotions.timeline(query.from(seen), caller);
      if (!(answer instanceof Result.Done<TimelinePage> done)) {
        return false;
      }
      done.value().events().stream()
          .flatMap(one -> one.event().promotion().stream())
          .forEach(this::show);
      seen = done.value().position();
      more = done.value().more();
    }
    return true;
  }

  private void show(Recorded event) {
    shownVersion = event.version();
    shown.accept(event);
  }

  private boolean isOver(Promotion current) {
    return current.phase().isFinal()
        || (!PromotionStatus.of(current).isUnfinished() && !HeldBy.timeUntil(deadline, current));
  }
}
