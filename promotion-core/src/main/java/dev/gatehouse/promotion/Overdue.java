package dev.gatehouse.promotion;

import dev.gatehouse.gate.Spans;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Duration;

/**
 * The reason of a target that is written and not live by its deadline: a person is asked, nothing
 * is taken back, and it goes on as soon as it is live.
 */
public final class Overdue {
  /** The code. */
  public static final ReasonCode CODE = ReasonCode.of("not-live-in-time");

  private Overdue() {}

  /** Wraps what the target waits for. */
  public static Reason of(PromotionId promotion, Reason last, Duration healthyWithin) {
    return new Reason(
            CODE,
            "Not live within " + Spans.text(healthyWithin) + ": " + last.what(),
            last.where(),
            last.next(),
            last.steps())
        .then(
            "It continues as soon as it is live. To end the wait, choose: revert, or fix forward.",
            new NextStep.ChooseRollback(promotion.value()));
  }

  static boolean isOne(Reason reason) {
    return reason.code().equals(CODE);
  }
}
