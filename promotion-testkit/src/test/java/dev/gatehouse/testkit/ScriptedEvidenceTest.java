package dev.gatehouse.testkit;

import dev.gatehouse.evidence.CheckName;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.spi.EvidenceSource;
import dev.gatehouse.testkit.contract.EvidenceSourceContractTest;
import java.time.Instant;

class ScriptedEvidenceTest extends EvidenceSourceContractTest {
  private final ScriptedEvidence evidence =
      new ScriptedEvidence("ci")
          .says(
              "trust.tests", Evidence.Condition.Status.TRUE, Instant.parse("2026-11-22T09:00:00Z"));

  @Override
  protected EvidenceSource source() {
    return evidence;
  }

  @Override
  protected CheckName check() {
    return CheckName.of("trust.tests");
  }

  @Override
  protected Plan plan() {
    ManualEngine engine = ManualEngine.of(Rulebooks.of("shop").stage("prod", "eu-1@eu"));
    Promotion promotion = engine.propose(Changes.aChange(), "prod");
    engine.runAnyDue();
    return engine.promotion(promotion.id()).lastPlan().orElseThrow();
  }

  @Override
  protected void goDown() {
    evidence.down(true);
  }
}
