package dev.gatehouse.gate;

import dev.gatehouse.policy.GateName;
import java.util.List;

/** Holds a change until every fact that the control model asks for is there, good and fresh. */
public record EvidenceGate() implements Gate {
  @Override
  public GateName name() {
    return GateName.EVIDENCE;
  }

  @Override
  public GateVerdict judge(GateContext context) {
    return EvidenceCheck.judge(context.plan().controls().evidence(), context, List.of());
  }
}
