package dev.gatehouse.testkit;

import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.ControlPlaneRuns;
import dev.gatehouse.spi.RunRequest;
import dev.gatehouse.spi.WriteRequest;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.testkit.contract.ControlPlaneRunsContractTest;
import java.time.Instant;

class ScriptedRunsTest extends ControlPlaneRunsContractTest {
  private final ScriptedRuns runs =
      new ScriptedRuns(Rulebooks.of("shop").stage("prod", "a@eu").repository());

  @Override
  protected ControlPlaneRuns runs() {
    return runs;
  }

  @Override
  protected RunRequest request(int attempt, Instant intendedAt) {
    WriteRequest write =
        new WriteRequest(
            new PromotionId("shop-prod-1"),
            new StageName("prod"),
            new PlanHash("a".repeat(64)),
            Changes.aChange(),
            Targets.target("a", "eu", new ScriptedControlPlane.Settings("a")),
            "",
            NOW);
    return new RunRequest(write, RunRequest.Way.FORTH, attempt, intendedAt);
  }

  @Override
  protected int started() {
    return runs.started().size();
  }

  @Override
  protected void hang(boolean hangs) {
    if (hangs) {
      runs.script("a", ScriptedRuns.Script.HANGS);
    } else {
      runs.heal("a");
    }
  }

  @Override
  protected void closeWindow() {
    runs.closedUntil("a", NOW.plusSeconds(3600));
  }

  @Override
  protected void loseNextAnswer() {
    runs.loseAnswers(1);
  }

  @Override
  protected void goDown() {
    runs.down(true);
  }
}
