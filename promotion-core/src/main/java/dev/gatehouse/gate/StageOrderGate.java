package dev.gatehouse.gate;

import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.StageName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Holds a change until it has passed the stages before this one. A stage counts while it holds the
 * change, and after a newer change took its place in the regular way.
 */
public record StageOrderGate() implements Gate {
  /** The hold. */
  public static final ReasonCode STAGE_NOT_PASSED = ReasonCode.of("stage-not-passed");

  private static final Duration RECHECK = Duration.ofHours(1);
  private static final Duration LOST_RECHECK = Duration.ofMinutes(5);

  @Override
  public GateName name() {
    return GateName.STAGE_ORDER;
  }

  @Override
  public GateVerdict judge(GateContext context) {
    List<StageName> after = context.plan().after();
    List<StageName> passed =
        context.passes().stream()
            .filter(StagePass::counts)
            .map(StagePass::stage)
            .filter(after::contains)
            .toList();
    boolean enough =
        context.plan().requires() == Stage.Requires.ANY
            ? after.isEmpty() || !passed.isEmpty()
            : passed.containsAll(after);
    if (enough) {
      return new GateVerdict.Passed(passed.stream().map(stage -> "passed " + stage).toList());
    }
    List<String> missing =
        after.stream().filter(stage -> !passed.contains(stage)).map(StageName::value).toList();
    Optional<Reason> lost = lost(context, missing);
    if (lost.isPresent()) {
      return new GateVerdict.Pending(lost.get(), context.now().plus(LOST_RECHECK));
    }
    String word = context.plan().requires() == Stage.Requires.ANY ? " or " : " and ";
    return new GateVerdict.Pending(
        new Reason(
            STAGE_NOT_PASSED,
            "This change has not succeeded in " + String.join(word, missing) + ".",
            context.where(),
            "Promote the same change there first.",
            new NextStep.Promote(context.plan().change().application().value(), missing.get(0))),
        context.now().plus(RECHECK));
  }

  /** A stage that has lost the change says so, because promoting it there again looks needless. */
  private static Optional<Reason> lost(GateContext context, List<String> missing) {
    return context.passes().stream()
        .filter(pass -> missing.contains(pass.stage().value()))
        .flatMap(pass -> pass.lost().stream())
        .findFirst();
  }
}
