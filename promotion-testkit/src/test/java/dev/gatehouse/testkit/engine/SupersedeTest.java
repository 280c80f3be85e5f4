package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Changes.aChange;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.Step;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.ProcessDied;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SupersedeTest {
  private static Rulebooks rules() {
    return Rulebooks.of("shop").stage("prod", "eu-1@eu");
  }

  private static ManualEngine holding() {
    return ManualEngine.of(rules().controls(m -> Controls.evidence(m, "trust.tests")));
  }

  @Test
  void newerChangeRetiresAnOlderOneThatHasNotStarted() {
    ManualEngine engine = holding();
    PromotionId older = engine.propose(aChange("shop", "2"), "prod").id();
    engine.tick(Duration.ofSeconds(1));
    PromotionId newer = engine.propose(aChange("shop", "3"), "prod").id();
    engine.runAnyDue();

    Promotion retired = engine.promotion(older);
    assertThat(retired.phase()).isEqualTo(PromotionPhase.ABORTED);
    assertThat(retired.supersededBy()).contains(newer);
    assertThat(retired.reason().orElseThrow().what()).contains("shop@").contains("newer change");
    assertThat(engine.promotion(newer).phase()).isEqualTo(PromotionPhase.PENDING);
  }

  @Test
  void aPromotionThatRunsIsNotRetiredAndTheNewerWaits() {
    ManualEngine engine = ManualEngine.of(rules());
    engine.live().answer("eu-1", LiveState.Status.PROGRESSING);
    PromotionId older = engine.propose(aChange("shop", "2"), "prod").id();
    engine.tick(Duration.ofSeconds(1));
    PromotionId newer = engine.propose(aChange("shop", "3"), "prod").id();
    engine.tick(Duration.ofMinutes(1));

    assertThat(engine.promotion(older).phase()).isEqualTo(PromotionPhase.RUNNING);
    assertThat(engine.promotion(newer).phase()).isEqualTo(PromotionPhase.PENDING);

    engine.live().answer("eu-1", LiveState.Status.LIVE);
    engine.tick(Duration.ofMinutes(1));
    assertThat(engine.promotion(newer).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(engine.git().file("main", Rulebooks.file("eu-1")).orElseThrow()).contains("shop:3");
  }

  @Test
  void aCrashRightAfterTheProposalStillRetiresTheOlderOne() {
    ManualEngine engine = holding();
    PromotionId older = engine.propose(aChange("shop", "2"), "prod").id();
    engine.tick(Duration.ofSeconds(1));

    engine.dieAt(Step.PROPOSED, 1);
    assertThatThrownBy(() -> engine.propose(aChange("shop", "3"), "prod"))
        .isInstanceOf(ProcessDied.class);
    engine.restart().tick(Duration.ofSeconds(5));

    assertThat(engine.promotion(older).phase()).isEqualTo(PromotionPhase.ABORTED);
  }

  @Test
  void ofTwoProposalsOfOneInstantOnlyTheLaterGoes() {
    ManualEngine engine = ManualEngine.of(rules());
    engine.live().answer("eu-1", LiveState.Status.PROGRESSING);
    PromotionId first = engine.propose(aChange("shop", "2"), "prod").id();
    PromotionId second = engine.propose(aChange("shop", "3"), "prod").id();
    engine.runAnyDue();

    assertThat(engine.promotion(first).phase()).isEqualTo(PromotionPhase.ABORTED);
    assertThat(engine.promotion(second).phase()).isEqualTo(PromotionPhase.RUNNING);
  }

  @Test
  void proposingTheSameChangeAgainReturnsTheOpenPromotion() {
    ManualEngine engine = holding();
    PromotionId first = engine.propose(aChange("shop", "2"), "prod").id();
    engine.tick(Duration.ofSeconds(1));

    assertThat(engine.propose(aChange("shop", "2"), "prod").id()).isEqualTo(first);
    assertThat(engine.promotion(first).phase()).isEqualTo(PromotionPhase.PENDING);
  }
}
