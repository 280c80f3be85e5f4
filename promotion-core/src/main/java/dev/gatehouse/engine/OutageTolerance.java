package dev.gatehouse.engine;

import dev.gatehouse.promotion.Overdue;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.Target;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a broken platform is tolerated, and how often waiting is worth an event; pure.
 *
 * <p>A target may wait for days with reasons that come and go: an event is recorded only when the
 * last one has been for as long as the wait before it, at most a quarter of an hour, so that a
 * history grows slowly and a recovery is never missed.
 */
final class OutageTolerance {
  private static final Duration LONGEST_GAP = Duration.ofMinutes(15);
  private static final Duration LEAST = Duration.ofSeconds(5);
  private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  /** Returns whether this reason for waiting is to be recorded. */
  boolean isNews(TargetState state, Reason why, Instant now) {
    if (state.reason().isEmpty()) {
      return true;
    }
    Reason old = state.reason().get();
    boolean same = old.code().equals(why.code()) && old.what().equals(why.what());
    return !same && !state.reasonAt().plus(gap(state)).isAfter(now);
  }

  /** Returns how long to pause before the next try of what only a person may be able to change. */
  Duration pause(TargetState state, Instant now) {
    Duration pause = Duration.between(state.since(), now).dividedBy(10);
    if (pause.compareTo(SHORTEST_PAUSE) < 0) {
      return SHORTEST_PAUSE;
    }
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private Duration gap(TargetState state) {
    Duration waited = Duration.between(state.since(), state.reasonAt());
    Duration gap = waited.compareTo(LEAST) < 0 ? LEAST : waited;
    return gap.compareTo(LONGEST_GAP) > 0 ? LONGEST_GAP : gap;
  }

  /** Returns whether a machine has held it in this way, without a break, for longer than this. */
  boolean isOver(TargetState state, Reason held, Duration span, Instant now) {
    boolean known = state.reason().map(old -> old.code().equals(held.code())).orElse(false);
    return known && !state.reasonSince().plus(span).isAfter(now);
  }

  /**
   * Returns what keeps a target from being written; after its deadline the reason asks a person,
   * until it is written or something else than a machine holds it.
   */
  Reason said(Promotion promotion, TargetState state, Target target, Reason why, Instant now) {
    Duration within = target.writtenWithin();
    boolean unwritten = state.step() == TargetState.Step.STARTED;
    return unwritten && (state.isLate() || isOver(state, why, within, now))
        ? Overdue.unwritten(promotion.id(), why, within)
        : why;
  }
}
