package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Changes.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PromotionFlowTest {
  private final Rulebooks rules =
      Rulebooks.of("shop").stage("dev", "dev-1@lab").stage("prod", "eu-1@eu", "us-1@us");

  @Test
  void aChangeThatNothingHoldsFlowsThroughByItself() {
    ManualEngine engine = ManualEngine.of(rules);

    PromotionId id = engine.propose(aChange("shop", "2"), "dev").id();
    engine.runAnyDue();

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(engine.git().file("main", Rulebooks.file("dev-1")))
        .hasValueSatisfying(text -> assertThat(text).contains("shop:2"));
    assertThat(engine.wakeUps().failures()).isEmpty();
  }

  @Test
  void aChangeWaitsForTheStageBeforeAndGoesAsSoonAsThatIsDone() {
    ManualEngine engine = ManualEngine.of(rules);

    PromotionId prod = engine.propose(aChange("shop", "2"), "prod").id();
    engine.runAnyDue();
    assertThat(engine.promotion(prod).phase()).isEqualTo(PromotionPhase.PENDING);
    assertThat(engine.promotion(prod).holding()).hasSize(1);

    engine.propose(aChange("shop", "2"), "dev");
    engine.runAnyDue();

    assertThat(engine.promotion(prod).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void wavesGoOneAfterTheOtherAndEachIsWatched() {
    ManualEngine engine =
        ManualEngine.of(
            Rulebooks.of("shop")
                .stage("prod", "a@eu", "b@eu", "c@eu")
                .shard("eu", 5)
                .controls(
                    m ->
                        Controls.bake(
                            Controls.waves(m, Slice.count(1), Slice.REST),
                            Duration.ofMinutes(10))));

    PromotionId id = engine.propose(aChange("shop", "2"), "prod").id();
    engine.tick(Duration.ofMinutes(9));
    assertThat(engine.promotion(id).targets()).hasSize(1);

    engine.tick(Duration.ofMinutes(2));
    assertThat(engine.promotion(id).targets()).hasSize(3);
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.RUNNING);

    engine.tick(Duration.ofMinutes(10));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void theWholeWaveIsTakenBackWhenOneTargetFails() {
    ManualEngine engine = ManualEngine.of(rules);
    engine.live().answer("us-1", LiveState.Status.DEGRADED);
    engine.propose(aChange("shop", "2"), "dev");

    PromotionId id = engine.propose(aChange("shop", "2"), "prod").id();
    engine.tick(Duration.ofMinutes(2));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.FAILED);
    assertThat(engine.git().file("main", Rulebooks.file("eu-1")).orElseThrow()).contains("shop:1");
    assertThat(engine.git().file("main", Rulebooks.file("us-1")).orElseThrow()).contains("shop:1");
  }
}
