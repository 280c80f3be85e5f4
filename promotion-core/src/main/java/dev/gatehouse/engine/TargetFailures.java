package dev.gatehouse.engine;

import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.promotion.RevertFailed;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.reason.Reason;
import java.util.Optional;

/** The events of targets that cannot continue; pure. */
final class TargetFailures {
  private TargetFailures() {}

  /** Returns the failure of a target for a reason that is not the change. */
  static PromotionEvent blocked(TargetState state, Reason why) {
    PromotionEvent.TargetFailed failed = failed(state, why);
    return new PromotionEvent.TargetFailed(
        failed.target(), failed.reason(), Optional.of(PromotionEvent.TargetFailed.Fault.ELSEWHERE));
  }

  /** A target that fails while it is taken back is not taken back again. */
  static PromotionEvent.TargetFailed failed(TargetState state, Reason why) {
    Reason reason =
        state.step() == TargetState.Step.REVERTING && !why.code().equals(RevertFailed.CODE)
            ? RevertFailed.of(state.target(), why)
            : why;
    return new PromotionEvent.TargetFailed(state.target(), reason);
  }
}
