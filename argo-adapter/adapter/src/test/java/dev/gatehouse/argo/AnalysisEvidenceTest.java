package dev.gatehouse.argo;

import static dev.gatehouse.argo.AnalysisObjects.HASH;
import static dev.gatehouse.argo.AnalysisObjects.alone;
import static dev.gatehouse.argo.AnalysisObjects.rollout;
import static dev.gatehouse.argo.AnalysisObjects.run;
import static dev.gatehouse.argo.AnalysisObjects.terminated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.evidence.CheckName;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.Evidence.Condition;
import dev.gatehouse.evidence.Evidence.Condition.Status;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.EvidenceAnswer;
import dev.gatehouse.spi.EvidenceRequest;
import dev.gatehouse.spi.EvidenceSource;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import dev.gatehouse.testkit.argo.FakeApplication;
import dev.gatehouse.testkit.contract.EvidenceSourceContractTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What analysis runs prove about the revision that was written, and what they do not. */
class AnalysisEvidenceTest extends EvidenceSourceContractTest {
  private static final CheckName CHECK = CheckName.of("bake.analysis");
  private final LiveScene scene =
      new LiveScene(new LiveScene.Way(ArgoApplication.Sync.REQUESTED, false, false));
  private final FakeApplication app = scene.app;
  private Instant before = Instant.MIN;
  private Instant synced = Instant.MIN;
  private final Plan plan = aPlan();

  @BeforeEach
  void deploy() {
    before = scene.argo.now().minusSeconds(30);
    scene.deployed();
    synced = Instant.parse(app.json().at("/status/operationState/startedAt").asText());
    scene.argo.clock.advance(Duration.ofMinutes(2));
    app.hasMade(rollout(), run("good", synced.plusSeconds(9), HASH, "Successful", ""));
  }

  @AfterEach
  void end() {
    scene.close();
  }

  @Override
  protected EvidenceSource source() {
    return scene.argo.process().evidence().get(0);
  }

  @Override
  protected CheckName check() {
    return CHECK;
  }

  @Override
  protected Plan plan() {
    return plan;
  }

  @Override
  protected List<WrittenRevision> written() {
    return List.of(scene.written());
  }

  @Override
  protected Instant now() {
    return scene.argo.now();
  }

  @Override
  protected void goDown() {
    scene.argo.server.close();
  }

  @Test
  void aSuccessfulRunOfTheRevisionIsTrueAboutItsTargetAndCommit() {
    Condition fact = says(Status.TRUE);
    assertThat(fact.detail()).isEqualTo("Analysis run good ended successfully.");
    assertThat(fact.source()).isEqualTo(ArgoApplication.SOURCE);
    assertThat(fact.about().orElseThrow().text())
        .isEqualTo("shop, stage prod, target eu-1, commit " + ArgoFixture.R.brief());
  }

  @Test
  void aFailedRunIsFalseWithItsMessageOnOneLineAndCut() {
    made("Failed", "errors \\u001b[31m 7 > 5\\n" + "x".repeat(900));
    Condition fact = says(Status.FALSE);
    assertThat(fact.detail())
        .startsWith("Analysis run run ended: failed. errors \\u001b[31m 7 > 5\\nxxx")
        .hasSizeLessThan(400)
        .doesNotContain("\n", "\u001b");
  }

  @Test
  void aRunThatCouldNotMeasureIsFalse() {
    made("Error", "no such metric");
    assertThat(says(Status.FALSE).detail())
        .isEqualTo("Analysis run run ended: error. no such metric.");
  }

  @Test
  void aRunThatIsAtWorkIsNotKnownYetAndAskedAgainSoon() {
    made("Running", "");
    assertThat(says(Status.UNKNOWN).detail()).isEqualTo("Analysis run run has not ended yet.");
    assertThat(ask().again()).contains(now().plusSeconds(30));
  }

  @Test
  void anInconclusiveRunIsNeverTaken() {
    made("Inconclusive", "");
    assertThat(says(Status.UNKNOWN).detail()).isEqualTo("Analysis run run is inconclusive.");
  }

  @Test
  void aRunOfBeforeTheSyncProvesNothing() {
    app.hasMade(rollout(), run("old", before, HASH, "Successful", ""));
    assertThat(says(Status.UNKNOWN).detail())
        .isEqualTo("No analysis run was created for it since it was synced at " + synced + ".");
  }

  @Test
  void aRunOfAnotherPodTemplateProvesNothing() {
    app.hasMade(rollout(), run("other", synced.plusSeconds(9), "0000", "Successful", ""));
    says(Status.UNKNOWN);
  }

  @Test
  void aRolloutThatHasNotTakenUpTheNewStateProvesNothing() {
    app.hasMade(
        rollout().replace("\"observedGeneration\": \"7\"", "\"observedGeneration\": \"6\""),
        run("good", synced.plusSeconds(9), HASH, "Successful", ""));
    says(Status.UNKNOWN);
  }

  @Test
  void aSuccessfulStepOfARolloutThatContinuesIsNotEnough() {
    app.hasMade(
        rollout(HASH, "stable"), run("good", synced.plusSeconds(9), HASH, "Successful", ""));
    assertThat(says(Status.UNKNOWN).detail())
        .isEqualTo("Rollout shop is not complete yet; more analysis may follow.");
  }

  @Test
  void aTerminatedStepIsNoSuccessThoughItsPhaseSaysSo() {
    String run = run("ended", synced.plusSeconds(9), HASH, "Successful", "");
    app.hasMade(rollout(), terminated(run, "Step"));
    assertThat(says(Status.UNKNOWN).detail())
        .isEqualTo("Analysis run ended was terminated before it had measured.");
  }

  @Test
  void aBackgroundRunThatEndsWithItsRolloutCountsWhenItHasMeasured() {
    String run =
        terminated(run("back", synced.plusSeconds(9), HASH, "Successful", ""), "Background");
    app.hasMade(rollout(), run);
    says(Status.TRUE);
    app.hasMade(
        rollout(),
        run.replace(
            "[{\"phase\": \"Successful\"}]",
            "[{\"phase\": \"Successful\", \"message\": \"metric terminated\"}]"));
    says(Status.UNKNOWN);
  }

  @Test
  void theRetryOfAStepCountsAndNotTheRunThatFailedBefore() {
    app.hasMade(
        rollout(),
        run("first", synced.plusSeconds(9), HASH, "Failed", ""),
        run("again", synced.plusSeconds(60), HASH, "Successful", ""));
    says(Status.TRUE);
  }

  @Test
  void aRunWithoutARolloutCountsWhenItWasCreatedSinceTheSync() {
    app.hasMade(alone(run("hook", synced.plusSeconds(9), "", "Failed", "smoke test")));
    says(Status.FALSE);
    app.hasMade(alone(run("hook", before, "", "Failed", "smoke test")));
    says(Status.UNKNOWN);
  }

  @Test
  void nothingIsSaidOfARevisionThatWasReplaced() {
    scene.edit(
        json -> {
          json.withObject("/status/operationState/syncResult")
              .put("revision", ArgoFixture.NEWER.value());
          json.withArray("/status/history")
              .addObject()
              .put("id", 9)
              .put("revision", ArgoFixture.NEWER.value())
              .put("deployStartedAt", synced.plusSeconds(60).toString());
        });
    assertThat(says(Status.UNKNOWN).detail())
        .isEqualTo("The last sync of the application was of another revision.");
  }

  @Test
  void ofAShardThatThisProcessCannotReachItSaysNothing() {
    Target target = scene.written().target();
    Target elsewhere =
        new Target(
            target.name(),
            new ShardName("us"),
            target.repository(),
            target.folder(),
            List.of(),
            0,
            Set.of(),
            target.controlPlane());
    assertThat(ask(List.of(scene.argo.written(elsewhere))).facts()).isEmpty();
  }

  @Test
  void beforeAnythingIsWrittenArgoCdIsNotAsked() {
    long requests = scene.argo.requests("/applications/");
    assertThat(ask(List.of()).facts()).isEmpty();
    assertThat(scene.argo.requests("/applications/")).isEqualTo(requests);
  }

  @Test
  void moreRunsThanCanBeReadAreNotKnown() {
    String[] made = new String[22];
    made[0] = rollout();
    for (int i = 1; i < made.length; i++) {
      made[i] = run("run-" + i, synced.plusSeconds(i), HASH, "Successful", "");
    }
    app.hasMade(made);
    long before = scene.argo.requests("/resource?");
    says(Status.UNKNOWN);
    assertThat(scene.argo.requests("/resource?")).isEqualTo(before);
  }

  private void made(String phase, String message) {
    app.hasMade(rollout(), run("run", synced.plusSeconds(9), HASH, phase, message));
  }

  private Condition says(Status status) {
    List<Evidence> facts = ask().facts();
    assertThat(facts).hasSize(1);
    Condition fact = (Condition) facts.get(0);
    assertThat(fact.status()).as(fact.detail()).isEqualTo(status);
    return fact;
  }

  private EvidenceAnswer ask() {
    return ask(written());
  }

  private EvidenceAnswer ask(List<WrittenRevision> written) {
    return source().ask(new EvidenceRequest(PROMOTION, plan, written, Set.of(CHECK), now()));
  }

  private static Plan aPlan() {
    ManualEngine engine = ManualEngine.of(Rulebooks.of("shop").stage("prod", "eu-1@eu"));
    PromotionId id = engine.propose(Changes.aChange(), "prod").id();
    engine.runAnyDue();
    return engine.promotion(id).lastPlan().orElseThrow();
  }
}
