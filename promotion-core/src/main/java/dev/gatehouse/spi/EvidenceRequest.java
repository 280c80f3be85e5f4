package dev.gatehouse.spi;

import dev.gatehouse.change.Revision;
import dev.gatehouse.evidence.CheckName;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.TargetName;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What a source of evidence is asked.
 *
 * @param promotion the promotion that asks
 * @param plan the plan in force, with the change and the stage
 * @param written the commits of the desired state that were written so far
 * @param checks the checks that the plan asks this source for
 * @param now the time of the question
 */
public record EvidenceRequest(
    PromotionId promotion,
    Plan plan,
    Map<TargetName, Revision> written,
    Set<CheckName> checks,
    Instant now) {
  /** Copies the collections. */
  public EvidenceRequest {
    written = Map.copyOf(written);
    checks = Set.copyOf(checks);
  }

  /** Returns the stage that is asked about. */
  public StageName stage() {
    return plan.stage();
  }
}
