package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.Changes.aChange;
import static dev.gatehouse.testkit.ManualEngine.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.Step;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.ProcessDied;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShardTest {
  private final ManualEngine engine =
      ManualEngine.of(
          Rulebooks.of("shop").stage("prod", "a@eu", "b@eu", "c@eu", "d@eu").shard("eu", 2));

  @Test
  void shardNeverHasMoreTargetsInFlightThanItsConcurrency() {
    for (String target : new String[] {"a", "b", "c", "d"}) {
      engine.live().answer(target, LiveState.Status.PROGRESSING);
    }
    PromotionId id = engine.propose(aChange(), "prod").id();
    for (int look = 0; look < 5; look++) {
      engine.tick(Duration.ofMinutes(10));
      assertThat(written(id)).isEqualTo(2);
    }
  }

  @Test
  void aRestartKeepsTheSlotsOfTargetsInFlight() {
    for (String target : new String[] {"a", "b", "c", "d"}) {
      engine.live().answer(target, LiveState.Status.PROGRESSING);
    }
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(1));

    engine.restart().clock().advance(Duration.ofMinutes(30));
    engine.tick(Duration.ofMinutes(1));

    assertThat(written(id)).isEqualTo(2);
  }

  @Test
  void aSlotOfATargetThatWasDoneWhenTheProcessDiedIsFreeAtOnce() {
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.dieAt(Step.TARGET_LIVE, 1);
    assertThatThrownBy(engine::runAnyDue).isInstanceOf(ProcessDied.class);

    engine.restart().tick(Duration.ofSeconds(5));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void anAbortedTargetDoesNotWaitForItsSlot() {
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    engine.live().answer("b", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(1));

    accepted(engine.promotions().abort(id, "wrong version", caller(Actor.person("olga"))));
    engine.runAnyDue();

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.ABORTED);
  }

  @Test
  void waitingForDaysRecordsLittle() {
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    engine.live().answer("b", LiveState.Status.UNKNOWN);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofDays(1));

    assertThat(engine.store().read(id)).hasSizeLessThan(20);
  }

  @Test
  void aTargetThatMovedToAnotherShardIsWorkedOnThere() {
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(1));

    engine.rules(
        Rulebooks.of("shop").stage("prod", "a@us", "b@us", "c@us", "d@us").shard("us", 4).build());
    engine.restart();
    engine.live().answer("a", LiveState.Status.LIVE);
    engine.tick(Duration.ofMinutes(10));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  private long written(PromotionId id) {
    return engine.promotion(id).inFlight().stream()
        .filter(target -> target.step() == TargetState.Step.WRITTEN)
        .count();
  }
}
