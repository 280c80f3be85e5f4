package dev.gatehouse.testkit.engine;

import static dev.gatehouse.evidence.Evidence.Condition.Status.FALSE;
import static dev.gatehouse.evidence.Evidence.Condition.Status.TRUE;
import static dev.gatehouse.testkit.Changes.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.promotion.Wait;
import dev.gatehouse.promotion.Waits;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.Reversibility;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.FixedRisk;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** When a bake is over, and what a fact that turns false in it does. */
class BakeRuleTest {
  private static final String CHECK = "trust.tests";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final TargetName A = new TargetName("a");

  private static ManualEngine engine(Reversibility back, UnaryOperator<ControlModel> controls) {
    Rulebooks rules =
        Rulebooks.of("shop")
            .stage("prod", "a@eu")
            .controls(model -> Controls.bake(controls.apply(model), HOUR));
    return new ManualEngine(
        rules.build(),
        rules.repository(),
        FixedRisk.of(ChangeClass.APPLICATION, RiskLevel.LOW, back));
  }

  private static ManualEngine withFacts(Reversibility back) {
    ManualEngine engine = engine(back, model -> Controls.evidence(model, CHECK));
    says(engine, TRUE);
    return engine;
  }

  private static PromotionId baking(ManualEngine engine) {
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(MINUTE.multipliedBy(10));
    assertThat(engine.promotion(id).isBaking()).isTrue();
    return id;
  }

  private static void says(ManualEngine engine, Evidence.Condition.Status status) {
    engine.evidence().says(CHECK, status, engine.clock().instant());
  }

  @Test
  void aFactThatTurnsFalseWhileTheLastWaveBakesIsRecordedAndTakenBack() {
    ManualEngine engine = withFacts(Reversibility.R0);
    PromotionId id = baking(engine);
    says(engine, FALSE);
    engine.tick(MINUTE.multipliedBy(10));

    Promotion promotion = engine.promotion(id);
    assertThat(promotion.phase()).isEqualTo(PromotionPhase.FAILED);
    assertThat(promotion.targets().get(A).step()).isEqualTo(TargetState.Step.REVERTED);
    List<PromotionEvent.Type> events = events(engine, id);
    assertThat(events.lastIndexOf(PromotionEvent.Type.GATES_JUDGED))
        .as("the refusal is in the history before what follows from it")
        .isLessThan(events.indexOf(PromotionEvent.Type.ROLL_BACK_STARTED));
    assertThat(promotion.reason().orElseThrow().what()).contains(CHECK);
  }

  @Test
  void aChangeThatTakesLongToRevertAsksAPersonWhenAFactTurnsFalse() {
    ManualEngine engine = withFacts(Reversibility.R1);
    PromotionId id = baking(engine);
    says(engine, FALSE);
    engine.tick(HOUR.multipliedBy(5));

    Promotion promotion = engine.promotion(id);
    assertThat(promotion.stop()).isEqualTo(Promotion.Stop.ASKED);
    assertThat(promotion.targets().get(A).holdsOurCommit()).isTrue();
    assertThat(events(engine, id)).doesNotContain(PromotionEvent.Type.WAVE_BAKED);
  }

  @Test
  void aFactThatStaysGoodLetsTheLastWaveEnd() {
    ManualEngine engine = withFacts(Reversibility.R0);
    PromotionId id = baking(engine);
    engine.tick(HOUR);
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void eachPartOfTheBakeIsRecordedAsOneLookAndNoMore() {
    ManualEngine engine = engine(Reversibility.R0, model -> model);
    PromotionId id = baking(engine);
    engine.tick(HOUR);
    List<Instant> looks = looks(engine, id);
    assertThat(looks).hasSize(4);
    for (int i = 1; i < looks.size(); i++) {
      assertThat(Duration.between(looks.get(i - 1), looks.get(i)))
          .isEqualTo(MINUTE.multipliedBy(15));
    }
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aBakeDuringWhichNoProcessRanIsNotOverWhenOneBegins() {
    ManualEngine engine = engine(Reversibility.R0, model -> model);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofSeconds(30));
    assertThat(engine.promotion(id).isBaking()).isTrue();
    engine.clock().advance(HOUR.multipliedBy(3));
    engine.restart().runAnyDue();

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.RUNNING);
    assertThat(waits(engine, id)).contains("the time is over, seen healthy 1 of 4 times");
    engine.live().answer("a", LiveState.Status.DEGRADED);
    engine.tick(MINUTE.multipliedBy(5));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.FAILED);
  }

  @Test
  void afterAnOutageTheBakeEndsWhenTheMissingLooksWereMade() {
    ManualEngine engine = engine(Reversibility.R0, model -> model);
    PromotionId id = baking(engine);
    engine.clock().advance(HOUR.multipliedBy(3));
    engine.restart().tick(MINUTE.multipliedBy(30));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.RUNNING);
    engine.tick(MINUTE.multipliedBy(10));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aControlPlaneThatSaysNothingEndsNoBake() {
    ManualEngine engine = engine(Reversibility.R0, model -> model);
    PromotionId id = baking(engine);
    engine.live().down(true);
    engine.tick(HOUR.multipliedBy(5));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.RUNNING);
    engine.live().down(false);
    engine.tick(HOUR);
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  private static String waits(ManualEngine engine, PromotionId id) {
    return Waits.of(engine.promotion(id), engine.rules(), engine.clock().instant()).stream()
        .map(Wait::what)
        .toList()
        .toString();
  }

  private static List<Instant> looks(ManualEngine engine, PromotionId id) {
    return engine.store().read(id).stream()
        .filter(one -> one.event().type() == PromotionEvent.Type.TARGET_WATCHED)
        .map(Recorded::at)
        .toList();
  }

  private static List<PromotionEvent.Type> events(ManualEngine engine, PromotionId id) {
    return engine.store().read(id).stream().map(one -> one.event().type()).toList();
  }
}
