package dev.gatehouse.testkit;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Change;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.spi.EvidenceSource;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.testkit.contract.EvidenceSourceContractTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
  protected Change change() {
    return new Change(
        new ApplicationName("shop"), List.of(), Optional.empty(), List.of(), "a change");
  }

  @Override
  protected Stage stage() {
    return new Stage(new StageName("prod"), List.of(), Stage.Requires.ALL, List.of());
  }

  @Override
  protected void goDown() {
    evidence.down(true);
  }
}
