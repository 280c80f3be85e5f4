package dev.gatehouse.gate;

import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.risk.RiskFactor;
import java.util.List;

/** Refuses a change that a rule forbids as it is; the rule says what must be done first. */
public record RiskGate() implements Gate {
  /** The refusal. */
  public static final ReasonCode CHANGE_BLOCKED = ReasonCode.of("change-blocked");

  @Override
  public GateName name() {
    return GateName.RISK;
  }

  @Override
  public GateVerdict judge(GateContext context) {
    List<RiskFactor> blockers = context.plan().risk().blockers();
    if (blockers.isEmpty()) {
      return new GateVerdict.Passed(List.of(context.plan().risk().label()));
    }
    RiskFactor first = blockers.get(0);
    String more = blockers.size() == 1 ? "" : " (and " + (blockers.size() - 1) + " more)";
    String next =
        String.join(
            " ", blockers.stream().flatMap(b -> b.blocker().stream()).distinct().limit(5).toList());
    return new GateVerdict.Failed(
        new Reason(
            CHANGE_BLOCKED,
            "Rule " + first.rule() + " refuses it: " + first.sentence() + more,
            context.where() + ", " + first.file(),
            next));
  }
}
