package dev.gatehouse.promotion;

import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.TargetName;

/** The reason of a target whose remote or control plane did not answer for too long. */
public final class TimedOut {
  /** The code. */
  public static final ReasonCode CODE = ReasonCode.of("platform-gave-up");

  private TimedOut() {}

  /**
   * Returns why a target continues waiting although the platform has been broken for too long: what
   * is live of the same promotion is not reverted for that.
   */
  public static Reason waitsOn(PromotionId id, Reason last) {
    return last.saying(
            last.what()
                + " It has been so for longer than expected; what is live of this promotion stays"
                + " live.",
            last.where())
        .then("It is retried; to end it, stop the promotion.", new NextStep.Abort(id.value()));
  }

  /** Wraps the last thing that the platform said. */
  public static Reason of(TargetName target, Reason last) {
    return new Reason(
        CODE, last.what(), "target " + target + ", " + last.where(), last.next(), last.steps());
  }
}
