package dev.gatehouse.app.drive;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.view.Standing;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.runtime.Composition;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Follows one promotion, whoever drives it, until it ends or waits for somebody. Not thread-safe.
 */
public final class Following {
  /** Holds that time alone ends. */
  private static final Set<GateName> BY_TIME =
      Set.of(GateName.SOAK_TIME, GateName.PROMOTION_WINDOW, GateName.STAGE_FREE);

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
        || (!isGoing(current) && !waitsForTime(current));
  }

  private static boolean isGoing(Promotion current) {
    return Standing.of(current).exit() == Exit.UNFINISHED;
  }

  private boolean waitsForTime(Promotion current) {
    return current.stop() == Promotion.Stop.NONE
        && current.overdue().isEmpty()
        && current.holding().stream().allMatch(this::endsInTime);
  }

  private boolean endsInTime(GateResult held) {
    return BY_TIME.contains(held.gate())
        && held.verdict().looksAgainAt().map(at -> !at.isAfter(deadline)).orElse(false);
  }
}
