package dev.gatehouse.promotion;

import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.Spans;
import java.time.Duration;

/**
 * The reasons of a target that is not written, or not live, by its deadline: a person is asked,
 * nothing is taken back, and it continues as soon as it can.
 */
public final class Overdue {
  /** The code. */
  public static final ReasonCode CODE = ReasonCode.of("not-live-in-time");

  /** The code of a target that is not written by its deadline. */
  public static final ReasonCode UNWRITTEN = ReasonCode.of("not-written-in-time");

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

  /** Wraps what keeps a target from being written. */
  public static Reason unwritten(PromotionId promotion, Reason last, Duration writtenWithin) {
    return new Reason(
            UNWRITTEN,
            "Not written within " + Spans.text(writtenWithin) + ": " + last.what(),
            last.where(),
            last.next(),
            last.steps())
        .then(
            "It continues as soon as it can be written. To end the wait, stop the promotion.",
            new NextStep.Abort(promotion.value()));
  }

  /** Returns whether a deadline has passed and a person is asked. */
  public static boolean isOne(Reason reason) {
    return reason.code().equals(CODE) || reason.code().equals(UNWRITTEN);
  }
}
