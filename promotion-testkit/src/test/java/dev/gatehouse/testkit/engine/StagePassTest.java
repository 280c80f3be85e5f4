package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.Changes.aChange;
import static dev.gatehouse.testkit.ManualEngine.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.ApprovalRule;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.DefinitionOfDone;
import dev.gatehouse.policy.StageDemands;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.GitFault;
import dev.gatehouse.testkit.GitFaults;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a stage counts as passed for the stages after it. */
class StagePassTest {
  private static final Actor OLGA = Actor.person("olga");
  private final ManualEngine engine =
      ManualEngine.of(
          Rulebooks.of("shop")
              .stage("dev", "dev-1@lab")
              .stage("prod", "eu-1@eu")
              .controls(
                  m -> Controls.bake(Controls.evidence(m, "trust.tests"), Duration.ofMinutes(30))));

  @Test
  void whatAnAbortedPromotionLeftThereIsNoPass() {
    abortWhileItBakes();
    PromotionId again = engine.propose(aChange(), "dev").id();
    PromotionId prod = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(10));

    assertThat(engine.promotion(again).phase()).isEqualTo(PromotionPhase.RUNNING);
    assertThat(engine.promotion(prod).phase()).isEqualTo(PromotionPhase.PENDING);

    engine.tick(Duration.ofMinutes(25));
    assertThat(engine.promotion(again).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(engine.git().log("main"))
        .filteredOn(commit -> commit.trailers().containsValue("dev-1"))
        .hasSize(1);
  }

  @Test
  void theFactsOfAnAbortedPromotionAreStillOwed() {
    abortWhileItBakes();
    engine
        .evidence()
        .says("trust.tests", Evidence.Condition.Status.FALSE, engine.clock().instant());
    PromotionId again = engine.propose(aChange(), "dev").id();
    engine.tick(Duration.ofHours(2));

    assertThat(engine.promotion(again).phase()).isEqualTo(PromotionPhase.PENDING);
    assertThat(engine.promotion(again).holding().get(0).gate()).hasToString("evidence");
  }

  @Test
  void whatWasWrittenByHandIsNoPassWithoutItsBake() {
    factsAreGood();
    engine
        .git()
        .commitFile(
            "main", Rulebooks.file("dev-1"), "image: registry.example/shop:2\nreplicas: 2\n");
    PromotionId dev = engine.propose(aChange(), "dev").id();
    engine.tick(Duration.ofMinutes(10));
    assertThat(engine.promotion(dev).phase()).isEqualTo(PromotionPhase.RUNNING);

    engine.tick(Duration.ofMinutes(25));
    assertThat(engine.promotion(dev).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aChangeThatHasSucceededThereHasNothingLeftToDo() {
    succeeded("dev");
    PromotionId again = engine.propose(aChange(), "dev").id();
    engine.runAnyDue();

    assertThat(engine.promotion(again).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(engine.promotion(again).targets()).isEmpty();
  }

  @Test
  void aStageThatWasRevertedByHandNoLongerCounts() {
    succeeded("dev");
    engine
        .git()
        .commitFile(
            "main", Rulebooks.file("dev-1"), "image: registry.example/shop:1\nreplicas: 2\n");
    PromotionId prod = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofHours(2));

    assertThat(engine.promotion(prod).phase()).isEqualTo(PromotionPhase.PENDING);
    Reason why = engine.promotion(prod).holding().get(0).verdict().holdReason().orElseThrow();
    assertThat(why.code()).hasToString("stage-lost-change");
    assertThat(why.line()).contains("dev-1").contains("dev-1/values.yaml");

    engine
        .git()
        .commitFile(
            "main", Rulebooks.file("dev-1"), "image: registry.example/shop:2\nreplicas: 2\n");
    factsAreGood();
    engine.tick(Duration.ofHours(2));
    assertThat(engine.promotion(prod).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aStageThatMovedOnToANewerChangeStillCounts() {
    succeeded("dev");
    engine.propose(aChange("shop", "3"), "dev");
    engine.tick(Duration.ofHours(1));
    PromotionId prod = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofHours(1));

    assertThat(engine.promotion(prod).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aStageThatWentBackToAnOlderChangeNoLongerCounts() {
    factsAreGood();
    engine.propose(aChange("shop", "1.9"), "dev");
    engine.tick(Duration.ofHours(1));
    succeeded("dev");
    engine.propose(aChange("shop", "1.9"), "dev");
    engine.tick(Duration.ofHours(1));
    PromotionId prod = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofHours(2));

    assertThat(engine.promotion(prod).phase()).isEqualTo(PromotionPhase.PENDING);
    assertThat(hold(prod)).isEqualTo("stage-lost-change");
  }

  @Test
  void aRepositoryThatDoesNotAnswerHoldsWithItsReasonAndFailsNothing() {
    succeeded("dev");
    PromotionId prod = engine.propose(aChange(), "prod").id();
    engine.git().faults(new DownAfter(1));
    engine.tick(Duration.ofMinutes(3));
    assertThat(engine.promotion(prod).phase()).isEqualTo(PromotionPhase.PENDING);

    engine.git().faults(GitFaults.NONE);
    engine.tick(Duration.ofHours(2));
    assertThat(engine.promotion(prod).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aSecondAttemptThatFindsTheChangeInPlaceKeepsItsSoakTime() {
    Rulebooks soaking =
        Rulebooks.of("shop")
            .stage("dev", "dev-1@lab")
            .stage("prod", "eu-1@eu")
            .demands(
                "prod",
                new StageDemands(
                    ApprovalRule.NONE,
                    Duration.ofHours(2),
                    Bake.NONE,
                    List.of(),
                    Set.of(),
                    DefinitionOfDone.NONE));
    ManualEngine soak = ManualEngine.of(soaking);
    soak.propose(aChange(), "dev");
    soak.tick(Duration.ofMinutes(90));
    soak.propose(aChange(), "dev");
    soak.tick(Duration.ofMinutes(10));
    PromotionId prod = soak.propose(aChange(), "prod").id();
    soak.tick(Duration.ofMinutes(25));

    assertThat(soak.promotion(prod).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  private static final class DownAfter implements GitFaults {
    private int left;

    DownAfter(int answers) {
      left = answers;
    }

    @Override
    public GitFault next(boolean push) {
      return left-- > 0 ? GitFault.NONE : GitFault.DOWN;
    }
  }

  private void abortWhileItBakes() {
    factsAreGood();
    PromotionId dev = engine.propose(aChange(), "dev").id();
    engine.tick(Duration.ofMinutes(10));
    accepted(engine.promotions().abort(dev, "second thoughts", caller(OLGA)));
    engine.runAnyDue();
    assertThat(engine.promotion(dev).phase()).isEqualTo(PromotionPhase.ABORTED);
  }

  private void factsAreGood() {
    engine.evidence().says("trust.tests", Evidence.Condition.Status.TRUE, engine.clock().instant());
  }

  private void succeeded(String stage) {
    factsAreGood();
    PromotionId id = engine.propose(aChange(), stage).id();
    engine.tick(Duration.ofHours(1));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  private String hold(PromotionId id) {
    return engine
        .promotion(id)
        .holding()
        .get(0)
        .verdict()
        .holdReason()
        .orElseThrow()
        .code()
        .value();
  }
}
