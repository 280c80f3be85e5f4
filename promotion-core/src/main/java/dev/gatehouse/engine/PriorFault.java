package dev.gatehouse.engine;

import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.reason.Reason;

/** Tells an illness that was there before the write from one that the change may have caused. */
final class PriorFault {
  private PriorFault() {}

  /** The codes are compared: a failed sync is new, whatever the health was before. */
  static boolean isOld(TargetState state, Reason now) {
    return state.illBefore().filter(before -> before.code().equals(now.code())).isPresent();
  }

  static Reason said(TargetState state, Reason now) {
    return new Reason(
        now.code(),
        now.what() + " Before this promotion: " + state.illBefore().orElseThrow().what(),
        now.where(),
        "It is not taken for an effect of this change, so nothing is reverted. " + now.next(),
        now.steps());
  }
}
