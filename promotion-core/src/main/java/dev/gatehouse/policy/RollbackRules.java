package dev.gatehouse.policy;

import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.RiskLevel;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a rollback of a stage asks for; the control models are for going forward and do not count.
 *
 * @param approval whose decisions are needed
 * @param keepsWindows whether windows hold a rollback as they hold a change
 */
public record RollbackRules(ApprovalRule approval, boolean keepsWindows) {
  /** No approvals, and windows hold nothing: what comes back was live there before. */
  public static final RollbackRules DEFAULT = new RollbackRules(ApprovalRule.NONE, false);

  /** Returns the control model of a rollback; when it fails a person decides. */
  public ControlModel model(ChangeClass changeClass, RiskLevel level) {
    return new ControlModel(
        "rollback",
        changeClass,
        level,
        List.of(Slice.REST),
        new Bake(Duration.ZERO, 0),
        new Bake(Duration.ZERO, 0),
        approval,
        List.of(),
        Set.of(),
        WayBack.ASK,
        false);
  }
}
