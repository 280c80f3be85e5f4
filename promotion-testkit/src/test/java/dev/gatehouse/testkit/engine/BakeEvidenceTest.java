package dev.gatehouse.testkit.engine;

import static dev.gatehouse.evidence.Evidence.Condition.Status.FALSE;
import static dev.gatehouse.evidence.Evidence.Condition.Status.TRUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.testkit.Callers;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A check whose name begins with bake. is asked for while a wave bakes, and only then. */
class BakeEvidenceTest {
  private static final String CHECK = "bake.error-rate";
  private static final Duration HOUR = Duration.ofHours(1);

  private final ManualEngine engine =
      ManualEngine.of(
          Rulebooks.of("shop")
              .stage("prod", "eu-1@eu", "eu-2@eu")
              .controls(
                  model ->
                      Controls.bake(
                          Controls.evidence(
                              Controls.waves(model, Slice.count(1), Slice.REST), CHECK),
                          HOUR)));

  @Test
  void itDoesNotHoldTheStartAndKeepsABakeFromEnding() {
    PromotionId id = propose();
    engine.tick(HOUR.multipliedBy(9));
    assertThat(engine.promotion(id).wave()).isEqualTo(1);
    assertThat(engine.promotion(id).bakedWaves()).isZero();
    assertThat(holding(id)).containsExactly("evidence-missing");

    says(id, TRUE);
    engine.tick(HOUR.multipliedBy(9));
    assertThat(engine.promotion(id).bakedWaves()).isEqualTo(1);
    assertThat(engine.promotion(id).wave()).isEqualTo(2);
  }

  @Test
  void whatWasSaidBeforeTheBakeDoesNotCountForIt() {
    PromotionId id = propose();
    says(id, TRUE);
    engine.tick(HOUR.multipliedBy(9));
    assertThat(engine.promotion(id).wave()).isEqualTo(1);
    assertThat(engine.promotion(id).bakedWaves()).isZero();
    assertThat(holding(id)).containsExactly("evidence-missing");
  }

  @Test
  void whenItTurnsFalseTheRollbackOfThePlanFollows() {
    PromotionId id = propose();
    engine.tick(Duration.ofMinutes(10));
    says(id, FALSE);
    engine.tick(Duration.ofMinutes(30));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.FAILED);
    assertThat(engine.promotion(id).targets().values())
        .extracting(TargetState::step)
        .containsExactly(TargetState.Step.REVERTED);
  }

  private void says(PromotionId id, Evidence.Condition.Status status) {
    engine
        .promotions()
        .attest(
            id,
            List.of(
                new Evidence.Condition(
                    CHECK, "monitor", engine.clock().instant(), status, "7 of 100")),
            Callers.caller(Actor.service("monitor")));
  }

  private PromotionId propose() {
    return engine.propose(Changes.aChange(), "prod").id();
  }

  private List<String> holding(PromotionId id) {
    return engine.promotion(id).gates().stream()
        .filter(result -> result.gate().equals(GateName.EVIDENCE))
        .map(GateResult::verdict)
        .map(verdict -> verdict.holdReason().orElseThrow().code().value())
        .toList();
  }
}
