package dev.gatehouse.testkit;

import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.policy.ApprovalRule;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.Quorum;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.policy.WayBack;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.RiskLevel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Control models for tests, each made from the one before by changing one part. */
public final class Controls {
  private Controls() {}

  /** Returns a model that asks for nothing, takes one wave and reverts automatically. */
  public static ControlModel none(ChangeClass changeClass, RiskLevel level) {
    return new ControlModel(
        "test",
        changeClass,
        level,
        List.of(Slice.REST),
        Bake.NONE,
        Bake.NONE,
        ApprovalRule.NONE,
        List.of(),
        Set.of(),
        WayBack.REVERT,
        false);
  }

  /** Returns the model with these sizes of waves. */
  public static ControlModel waves(ControlModel model, Slice... order) {
    return with(model, List.of(order), model.firstBake(), model.evidence(), false);
  }

  /** Returns the model with every wave watched for this long. */
  public static ControlModel bake(ControlModel model, Duration time) {
    return with(model, model.order(), Bake.of(time), model.evidence(), false);
  }

  /** Returns the model with these facts asked for. */
  public static ControlModel evidence(ControlModel model, String... checks) {
    List<EvidenceDemand> demands = Arrays.stream(checks).map(EvidenceDemand::of).toList();
    return with(model, model.order(), model.firstBake(), demands, false);
  }

  /** Returns the model with these demands. */
  public static ControlModel demands(ControlModel model, EvidenceDemand... demands) {
    return with(model, model.order(), model.firstBake(), List.of(demands), false);
  }

  /** Returns the model with a typed confirmation asked for. */
  public static ControlModel confirmed(ControlModel model) {
    return with(model, model.order(), model.firstBake(), model.evidence(), true);
  }

  /** Returns the model with this many approvals of a group, by others than the authors. */
  public static ControlModel approvals(ControlModel model, int count, String group) {
    return model.with(new ApprovalRule(List.of(Quorum.of(count, group)), true, Duration.ofDays(7)));
  }

  private static ControlModel with(
      ControlModel model,
      List<Slice> order,
      Bake bake,
      List<EvidenceDemand> evidence,
      boolean typedConfirmation) {
    return new ControlModel(
        model.name(),
        model.changeClass(),
        model.level(),
        order,
        bake,
        bake,
        model.approval(),
        evidence,
        model.windows(),
        model.wayBack(),
        typedConfirmation || model.typedConfirmation());
  }
}
