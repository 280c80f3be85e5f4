package dev.gatehouse.gate;

import dev.gatehouse.policy.GateName;
import java.util.List;
import java.util.Set;

/**
 * Holds a change until every fact that the control model asks for is there, good and fresh.
 *
 * <p>After the start it holds when a fact has turned against the change, or sources disagree; a
 * fact that grew old meanwhile was good when the change started. A check of a bake is asked for
 * while a wave bakes, and not before the start.
 */
public record EvidenceGate() implements Gate {
  @Override
  public GateName name() {
    return GateName.EVIDENCE;
  }

  @Override
  public GateVerdict judge(GateContext context) {
    return EvidenceCheck.judge(context.plan().controls().evidence(), context, List.of());
  }

  @Override
  public GateVerdict judgeAgain(GateContext context) {
    return EvidenceCheck.judgeAgain(context.plan().controls().evidence(), context);
  }

  @Override
  public GateVerdict judgeWhileBaking(GateContext context) {
    return EvidenceCheck.judgeWhileBaking(context.plan().controls().evidence(), context);
  }

  @Override
  public Set<Moment> moments() {
    return Set.of(Moment.BEFORE_START, Moment.BEFORE_WAVE, Moment.WHILE_BAKING);
  }
}
