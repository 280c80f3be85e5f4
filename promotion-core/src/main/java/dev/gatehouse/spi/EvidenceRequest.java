package dev.gatehouse.spi;

import dev.gatehouse.evidence.CheckName;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.stage.StageName;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a source of evidence is asked.
 *
 * @param promotion the promotion that asks
 * @param plan the plan in force, with the change and the stage
 * @param written the revisions that hold the desired state now, each with its target; none before
 *     the first write
 * @param checks the checks that the plan asks this source for
 * @param now the time of the question
 */
public record EvidenceRequest(
    PromotionId promotion,
    Plan plan,
    List<WrittenRevision> written,
    Set<CheckName> checks,
    Instant now) {
  /** Copies the collections. */
  public EvidenceRequest {
    written = List.copyOf(written);
    checks = Set.copyOf(checks);
  }

  /** Returns the stage that is asked about. */
  public StageName stage() {
    return plan.stage();
  }
}
