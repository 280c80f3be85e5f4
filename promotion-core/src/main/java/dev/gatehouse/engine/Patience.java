package dev.gatehouse.engine;

import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.reason.Reason;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a broken platform is borne, and how often waiting is worth an event; pure.
 *
 * <p>A target may wait for days with reasons that come and go: an event is recorded only when the
 * last one has stood for as long as the wait before it, at most a quarter of the patience, so that
 * a history grows slowly and a recovery is never missed.
 *
 * @param span how long a platform may be broken
 */
record Patience(Duration span) {
  private static final Duration LEAST = Duration.ofSeconds(5);
  private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  /** Tells whether this reason for waiting is to be recorded. */
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
    Duration most = span.dividedBy(4);
    Duration gap = waited.compareTo(LEAST) < 0 ? LEAST : waited;
    return gap.compareTo(most) > 0 ? most : gap;
  }

  /** Tells whether the platform has been broken in this way, without a break, for too long. */
  boolean isOver(TargetState state, Reason broken, Instant now) {
    boolean known = state.reason().map(old -> old.code().equals(broken.code())).orElse(false);
    return known && !state.reasonSince().plus(span).isAfter(now);
  }
}
