package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Changes.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.Step;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.ProcessDied;
import dev.gatehouse.testkit.Rulebooks;
import dev.gatehouse.testkit.ScriptedSyncer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CrashTest {
  @TestFactory
  Stream<DynamicTest> aPromotionSurvivesADeathAtEveryStep() {
    return Arrays.stream(Step.values())
        .filter(step -> !step.isOfRuns())
        .map(step -> DynamicTest.dynamicTest(step.name(), () -> diesAt(step, false)));
  }

  @TestFactory
  Stream<DynamicTest> aRollBackSurvivesADeathAtEveryStep() {
    return Arrays.stream(Step.values())
        .filter(step -> !step.isOfRuns())
        .map(step -> DynamicTest.dynamicTest(step.name(), () -> diesAt(step, true)));
  }

  private static void diesAt(Step step, boolean rollBack) {
    boolean died = true;
    for (int hit = 1; died && hit <= 8; hit++) {
      died = diesAt(step, hit, rollBack);
      assertThat(died || hit > 1).as("step %s is reached", step).isTrue();
    }
  }

  private static boolean diesAt(Step step, int hit, boolean rollBack) {
    ScriptedSyncer syncer = new ScriptedSyncer();
    ManualEngine engine =
        ManualEngine.of(
                Rulebooks.of("shop")
                    .stage("prod", "a@eu", "b@eu", "c@us")
                    .controls(
                        m ->
                            Controls.evidence(
                                Controls.waves(m, Slice.count(1), Slice.REST), "trust.tests")))
            .syncer(syncer);
    if (rollBack) {
      engine.live().answer("c", LiveState.Status.DEGRADED);
    }
    engine.dieAt(step, hit);
    boolean died = survive(engine, () -> engine.propose(aChange(), "prod"));
    died |= survive(engine, () -> engine.tick(Duration.ofSeconds(3)));
    engine.evidence().says("trust.tests", TRUE, engine.clock().instant());
    died |= survive(engine, () -> engine.tick(Duration.ofMinutes(20)));

    List<PromotionId> all = engine.store().find(PromotionQuery.ALL);
    assertThat(all).hasSize(1);
    assertThat(engine.promotion(all.get(0)).phase())
        .isEqualTo(rollBack ? PromotionPhase.FAILED : PromotionPhase.SUCCEEDED);
    assertThat(engine.git().log("main")).hasSize(rollBack ? 7 : 4);
    assertThat(syncer.started()).hasSizeBetween(rollBack ? 5 : 3, rollBack ? 6 : 3);
    assertThat(IntStream.range(0, engine.store().read(all.get(0)).size()))
        .allMatch(i -> engine.store().read(all.get(0)).get(i).version() == i + 1);
    return died;
  }

  private static final dev.gatehouse.evidence.Evidence.Condition.Status TRUE =
      dev.gatehouse.evidence.Evidence.Condition.Status.TRUE;

  private static boolean survive(ManualEngine engine, Runnable act) {
    try {
      act.run();
      return false;
    } catch (ProcessDied death) {
      engine.restart().tick(Duration.ofSeconds(5));
      return true;
    }
  }
}
