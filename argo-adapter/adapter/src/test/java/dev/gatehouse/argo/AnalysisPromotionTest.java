package dev.gatehouse.argo;

import static dev.gatehouse.argo.AnalysisObjects.HASH;
import static dev.gatehouse.argo.AnalysisObjects.rollout;
import static dev.gatehouse.argo.AnalysisObjects.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argo.watch.WatchSettings;
import dev.gatehouse.change.Revision;
import dev.gatehouse.evidence.CheckName;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.Credentials;
import dev.gatehouse.http.RetryPolicy;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.spi.Ancestry;
import dev.gatehouse.spi.Step;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import dev.gatehouse.testkit.argo.ApplicationSeed;
import dev.gatehouse.testkit.argo.ApplicationSeed.SyncMode;
import dev.gatehouse.testkit.argo.FakeApplication;
import dev.gatehouse.testkit.argo.FakeArgoCd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole promotions whose rules ask Argo CD, while a wave bakes, what its analysis runs found. */
class AnalysisPromotionTest {
  private static final String CHECK = "bake.analysis";
  private static final TargetName EU = new TargetName("eu-1");
  private static final Duration BAKE = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ManualEngine engine =
      ManualEngine.of(
          Rulebooks.of("shop")
              .at(ApplicationSeed.REPOSITORY)
              .followedBy(ArgoApplication.of("shop", "default", ArgoApplication.Sync.REQUESTED))
              .stage("prod", "eu-1@eu")
              .controls(
                  model ->
                      Controls.bake(
                          Controls.demands(
                              model, EvidenceDemand.of(CHECK).from(ArgoApplication.SOURCE)),
                          BAKE)));
  private final FakeArgoCd server = FakeArgoCd.start(engine.clock());
  private final FakeApplication app =
      server.addApplication(
          ApplicationSeed.named("shop")
              .synced(SyncMode.MANUAL)
              .from(ApplicationSeed.REPOSITORY, "eu-1", "main"));
  private final ArgoCd argo =
      new ArgoCd(
          Map.of(
              ArgoFixture.EU,
              ApiServer.at(server.uri())
                  .allowPlainHttp()
                  .retry(RetryPolicy.never())
                  .credentials(Credentials.of(BearerToken.of(server.adminToken())))
                  .build()),
          (target, live, promoted) -> Ancestry.Relation.UNRELATED,
          ArgoFixture.NO_CRONS,
          hint -> {},
          WatchSettings.DEFAULT);

  @BeforeEach
  void follow() {
    server.autopilot();
    engine.controlPlane(argo);
    engine.at(Step.PUSHED, this::announce);
  }

  @AfterEach
  void end() {
    argo.close();
    server.close();
  }

  @Test
  void aSuccessfulAnalysisEndsTheBakeAndIsRecordedOnceForTargetAndCommit() {
    PromotionId id = live();
    app.hasMade(rollout(), run("shop-1", now(), HASH, "Successful", ""));
    engine.tick(BAKE.multipliedBy(2));
    Promotion promotion = engine.promotion(id);
    assertThat(promotion.phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(promotion.evidence())
        .filteredOn(fact -> status(fact) == Evidence.Condition.Status.TRUE)
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.check()).isEqualTo(CheckName.of(CHECK));
              assertThat(fact.about().orElseThrow().target()).contains(EU);
              assertThat(fact.about().orElseThrow().revision()).contains(commit(promotion));
            });
  }

  @Test
  void aFailedAnalysisEndsTheBakeEarlyAndTheRollbackOfThePlanFollows() {
    PromotionId id = live();
    Instant began = now();
    app.hasMade(rollout(), run("shop-1", now(), HASH, "Failed", "errors 7 > 5"));
    engine.tick(MINUTE.multipliedBy(10));
    Promotion promotion = engine.promotion(id);
    assertThat(promotion.phase()).isEqualTo(PromotionPhase.FAILED);
    assertThat(promotion.reason().orElseThrow().what())
        .contains("bake.analysis is not met: Analysis run shop-1 ended: failed. errors 7 > 5.");
    assertThat(promotion.targets().get(EU).step()).isEqualTo(TargetState.Step.REVERTED);
    assertThat(now()).isBefore(began.plus(BAKE));
  }

  @Test
  void aBakeHoldsAfterItsTimeUntilTheAnalysisHasEnded() {
    PromotionId id = live();
    app.hasMade(rollout(), run("shop-1", now(), HASH, "Running", ""));
    engine.tick(BAKE.multipliedBy(5));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.RUNNING);
    assertThat(engine.promotion(id).holding())
        .singleElement()
        .satisfies(
            held -> {
              assertThat(held.gate()).isEqualTo(GateName.EVIDENCE);
              assertThat(held.verdict().holdReason().orElseThrow().what())
                  .isEqualTo("bake.analysis is unknown: Analysis run shop-1 has not ended yet.");
            });
    app.hasMade(rollout(), run("shop-1", now(), HASH, "Successful", ""));
    engine.tick(MINUTE.multipliedBy(5));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void whatItSaidIsReadFromTheLedgerAfterARestartWithoutAskingArgoCd() {
    PromotionId id = live();
    app.hasMade(rollout(), run("shop-1", now(), HASH, "Running", ""));
    engine.tick(BAKE.multipliedBy(5));
    List<Evidence> recorded = engine.promotion(id).evidence();
    long requests = server.requests().size();
    engine.restart();
    assertThat(engine.promotion(id).evidence()).isEqualTo(recorded);
    assertThat(engine.promotion(id).holding()).hasSize(1);
    assertThat(server.requests()).hasSize((int) requests);
  }

  /** Proposes, and follows until the target is live and its wave bakes. */
  private PromotionId live() {
    PromotionId id = engine.propose(Changes.aChange(), "prod").id();
    for (int i = 0; i < 10 && !engine.promotion(id).isBaking(); i++) {
      engine.tick(Duration.ofSeconds(30));
    }
    assertThat(engine.promotion(id).isBaking()).isTrue();
    return id;
  }

  /** Tells the server of each push when it is made: a sync to an unknown commit is refused. */
  private void announce() {
    server.newCommit(
        ApplicationSeed.REPOSITORY, "main", engine.git().tip(Rulebooks.BRANCH).value(), "eu-1");
    engine.at(Step.PUSHED, this::announce);
  }

  private static Evidence.Condition.Status status(Evidence fact) {
    return ((Evidence.Condition) fact).status();
  }

  private static Revision commit(Promotion promotion) {
    return promotion.targets().get(EU).revision().orElseThrow();
  }

  private Instant now() {
    return engine.clock().instant();
  }
}
