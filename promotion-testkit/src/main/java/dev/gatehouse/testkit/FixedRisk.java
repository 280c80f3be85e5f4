package dev.gatehouse.testkit;

import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.Reversibility;
import dev.gatehouse.risk.RiskAssessment;
import dev.gatehouse.risk.RiskFactor;
import dev.gatehouse.risk.RiskInput;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.risk.RiskModel;
import java.util.List;
import java.util.Optional;

/**
 * A risk model that gives every change the same risk; a change with no diff has no effect.
 *
 * @param changeClass the class
 * @param level the level
 * @param reversibility the rollback
 * @param blocker what forbids every change, or empty
 */
public record FixedRisk(
    ChangeClass changeClass, RiskLevel level, Reversibility reversibility, Optional<String> blocker)
    implements RiskModel {
  /** A small change of an application that can be reverted at once. */
  public static final FixedRisk LOW = of(ChangeClass.APPLICATION, RiskLevel.LOW, Reversibility.R0);

  /** Returns a model without a blocker. */
  public static FixedRisk of(
      ChangeClass changeClass, RiskLevel level, Reversibility reversibility) {
    return new FixedRisk(changeClass, level, reversibility, Optional.empty());
  }

  /** Returns this model with a rule that forbids every change until something is done. */
  public FixedRisk blocked(String untilThen) {
    return new FixedRisk(changeClass, level, reversibility, Optional.of(untilThen));
  }

  @Override
  public RiskAssessment assess(RiskInput input) {
    boolean effect = input.diffs().values().stream().anyMatch(diff -> !diff.isEmpty());
    RiskFactor factor =
        new RiskFactor(
            "T1",
            changeClass,
            level,
            reversibility,
            "values.yaml",
            Optional.empty(),
            "",
            "The test says so.",
            blocker);
    return new RiskAssessment(
        changeClass, level, reversibility, input.exposure(), List.of(factor), effect);
  }
}
