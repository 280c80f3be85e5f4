package dev.gatehouse.testkit.engine;

import static dev.gatehouse.evidence.Evidence.Condition.Status.FALSE;
import static dev.gatehouse.evidence.Evidence.Condition.Status.TRUE;
import static dev.gatehouse.testkit.Changes.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.evidence.Evidence.Condition.Status;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.GitFault;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is live of a wave that drifted bakes, though the plan made again lacks its wave. */
class DriftedBakeTest {
  private static final String CHECK = "trust.tests";
  private final ManualEngine engine =
      ManualEngine.of(
          Rulebooks.of("shop")
              .stage("prod", "a@x", "b@y", "c@z")
              .controls(
                  model ->
                      Controls.bake(
                          Controls.waves(
                              Controls.evidence(model, CHECK), Slice.count(2), Slice.REST),
                          Duration.ofHours(1))));
  private PromotionId id;

  @BeforeEach
  void drift() {
    says(TRUE);
    engine.git().faults(this::changedByOthers);
    id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(20));
    assertThat(engine.promotion(id).drifts()).isEqualTo(1);
    assertThat(engine.promotion(id).isBaking()).isTrue();
    assertThat(engine.promotion(id).plan().orElseThrow().wave(1)).isEmpty();
  }

  @Test
  void aTargetThatDegradesIsNoticed() {
    engine.live().answer("a", LiveState.Status.DEGRADED);
    engine.tick(Duration.ofMinutes(5));
    assertThat(events()).contains(PromotionEvent.Type.TARGET_DEGRADED);
  }

  @Test
  void aFactThatTurnsFalseIsFollowedByTheRollbackOfThePlan() {
    says(FALSE);
    engine.tick(Duration.ofMinutes(10));
    assertThat(engine.promotion(id).bakedWaves()).isZero();
    assertThat(engine.promotion(id).targets().get(new TargetName("a")).step())
        .isEqualTo(TargetState.Step.REVERTED);
  }

  private GitFault changedByOthers(boolean push) {
    boolean second = push && engine.git().log("main").size() == 2;
    String file = Rulebooks.file("b");
    String now = engine.git().file("main", file).orElseThrow();
    if (second && now.contains("shop:1\n")) {
      engine.git().commitFile("main", file, now.replace("shop:1\n", "shop:1.5\n"));
    }
    return GitFault.NONE;
  }

  private void says(Status status) {
    engine.evidence().says(CHECK, status, engine.clock().instant());
  }

  private List<PromotionEvent.Type> events() {
    return engine.store().read(id).stream().map(one -> one.event().type()).toList();
  }
}
