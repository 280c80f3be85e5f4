package dev.gatehouse.gate;

import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.policy.DefinitionOfDone;
import dev.gatehouse.policy.GateName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds a change until the stage's definition of done is met; a check with a later date only warns
 * until then.
 */
public record DefinitionOfDoneGate() implements Gate {
  @Override
  public GateName name() {
    return GateName.DEFINITION_OF_DONE;
  }

  @Override
  public GateVerdict judge(GateContext context) {
    return judge(context, Moment.BEFORE_START);
  }

  @Override
  public GateVerdict judgeAgain(GateContext context) {
    return judge(context, Moment.BEFORE_WAVE);
  }

  @Override
  public GateVerdict judgeWhileBaking(GateContext context) {
    return judge(context, Moment.WHILE_BAKING);
  }

  private static GateVerdict judge(GateContext context, Moment moment) {
    List<EvidenceDemand> blocking = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (DefinitionOfDone.Check check : context.plan().definitionOfDone().checks()) {
      boolean blocks = check.blocksFrom().map(from -> !context.now().isBefore(from)).orElse(true);
      if (blocks) {
        blocking.add(check.demand());
      } else if (!check.demand().check().isOfBake()) {
        new DemandCheck(check.demand(), context)
            .problem()
            .ifPresent(
                reason ->
                    warnings.add(
                        "warning until " + check.blocksFrom().get() + ": " + reason.what()));
      }
    }
    return switch (moment) {
      case BEFORE_START -> EvidenceCheck.judge(blocking, context, warnings);
      case BEFORE_WAVE -> EvidenceCheck.judgeAgain(blocking, context);
      case WHILE_BAKING -> EvidenceCheck.judgeWhileBaking(blocking, context);
    };
  }

  @Override
  public Set<Moment> moments() {
    return Set.of(Moment.BEFORE_START, Moment.BEFORE_WAVE, Moment.WHILE_BAKING);
  }
}
