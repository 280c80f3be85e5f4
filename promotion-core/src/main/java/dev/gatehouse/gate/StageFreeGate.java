package dev.gatehouse.gate;

import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Duration;
import java.util.List;

/** Holds a change while another promotion of its application runs in the same stage. */
public record StageFreeGate() implements Gate {
  /** The hold. */
  public static final ReasonCode STAGE_BUSY = ReasonCode.of("stage-busy");

  private static final Duration RECHECK = Duration.ofMinutes(5);

  @Override
  public GateName name() {
    return GateName.STAGE_FREE;
  }

  @Override
  public GateVerdict judge(GateContext context) {
    if (context.ahead().isEmpty()) {
      return new GateVerdict.Passed(List.of());
    }
    PromotionId ahead = context.ahead().get(0);
    return new GateVerdict.Pending(
        new Reason(
            STAGE_BUSY,
            "Promotion " + ahead + " of the same application runs in this stage.",
            context.where(),
            "Wait until it ends, or stop it.",
            new NextStep.Abort(ahead.value())),
        context.now().plus(RECHECK));
  }
}
