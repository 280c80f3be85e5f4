package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Changes.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gate.GateResult;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.policy.StageDemands;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.Reversibility;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.FixedRisk;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** While a wave bakes its targets are checked. */
class BakeWatchTest {
  private static final TargetName A = new TargetName("a");
  private static final TargetName B = new TargetName("b");

  private static ManualEngine engine(Bake bake, Reversibility back) {
    StageDemands usual = StageDemands.NONE;
    Rulebooks rules =
        Rulebooks.of("shop")
            .stage("prod", "a@eu", "b@us")
            .controls(model -> Controls.waves(model, Slice.count(1), Slice.REST))
            .demands(
                "prod",
                new StageDemands(
                    usual.approval(),
                    usual.soak(),
                    bake,
                    usual.evidence(),
                    usual.windows(),
                    usual.definitionOfDone()));
    return new ManualEngine(
        rules.build(),
        rules.repository(),
        FixedRisk.of(ChangeClass.APPLICATION, RiskLevel.LOW, back));
  }

  private static PromotionId baking(ManualEngine engine) {
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(5));
    assertThat(engine.promotion(id).targets().get(A).step()).isEqualTo(TargetState.Step.LIVE);
    return id;
  }

  @Test
  void aTargetThatDegradesWhileItsWaveBakesIsTakenBackAndNoLaterWaveStarts() {
    ManualEngine engine = engine(Bake.of(Duration.ofHours(1)), Reversibility.R0);
    PromotionId id = baking(engine);

    engine.live().answer("a", LiveState.Status.DEGRADED);
    engine.tick(Duration.ofMinutes(3));

    assertThat(events(engine, id)).contains(PromotionEvent.Type.TARGET_DEGRADED);
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.FAILED);
    assertThat(engine.promotion(id).targets().get(A).step()).isEqualTo(TargetState.Step.REVERTED);
    assertThat(engine.promotion(id).targets()).doesNotContainKey(B);
  }

  @Test
  void whatHappensThenIsTheRollbackModeOfThePlan() {
    ManualEngine engine = engine(Bake.of(Duration.ofHours(1)), Reversibility.R2);
    PromotionId id = baking(engine);

    engine.live().answer("a", LiveState.Status.DEGRADED);
    engine.tick(Duration.ofMinutes(3));

    assertThat(events(engine, id)).contains(PromotionEvent.Type.TARGET_DEGRADED);
    assertThat(engine.promotion(id).targets().get(A).holdsOurCommit()).isTrue();
    assertThat(engine.promotion(id).targets()).doesNotContainKey(B);
  }

  @Test
  void aTargetIsLookedAtUntilItsWaveIsBakedAlsoByAProcessThatBegins() {
    ManualEngine engine = engine(Bake.of(Duration.ofHours(1)), Reversibility.R0);
    PromotionId id = baking(engine);
    engine.restart().tick(Duration.ofMinutes(50));
    engine.live().answer("a", LiveState.Status.DEGRADED);
    engine.tick(Duration.ofMinutes(3));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.FAILED);
  }

  @Test
  void whatCannotBeKnownFailsNothing() {
    ManualEngine engine = engine(Bake.of(Duration.ofHours(1)), Reversibility.R0);
    PromotionId id = baking(engine);
    engine.live().answer("a", LiveState.Status.UNKNOWN);
    engine.tick(Duration.ofMinutes(10));
    engine.live().down(true);
    engine.tick(Duration.ofMinutes(10));
    engine.live().down(false).answer("a", LiveState.Status.LIVE);
    engine.tick(Duration.ofHours(4));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(events(engine, id)).doesNotContain(PromotionEvent.Type.TARGET_DEGRADED);
  }

  @Test
  void anIllnessOfBeforeTheWriteFailsNothing() {
    ManualEngine engine = engine(Bake.of(Duration.ofHours(1)), Reversibility.R0);
    engine.live().illBefore("a", true);
    PromotionId id = baking(engine);
    engine.live().answer("a", LiveState.Status.DEGRADED);
    engine.tick(Duration.ofHours(1));
    assertThat(events(engine, id)).doesNotContain(PromotionEvent.Type.TARGET_DEGRADED);
  }

  @Test
  void aBakeThatIgnoresHealthLooksAtNothing() {
    Bake blind = new Bake(Duration.ofHours(1), 0, Optional.of(Bake.Health.IGNORED));
    ManualEngine engine = engine(blind, Reversibility.R0);
    PromotionId id = baking(engine);
    engine.live().answer("a", LiveState.Status.DEGRADED);
    engine.tick(Duration.ofHours(4));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aFreezeThatBeginsAndEndsWhileAWaveBakesIsRecordedWhenItHappens() {
    ManualEngine engine = engine(Bake.of(Duration.ofHours(2)), Reversibility.R0);
    PromotionId id = baking(engine);
    Rulebook open = engine.rules();
    engine.rules(frozen(open));
    engine.tick(Duration.ofMinutes(2));
    assertThat(engine.promotion(id).holding())
        .extracting(GateResult::gate)
        .containsExactly(GateName.SHARD);
    assertThat(events(engine, id)).doesNotContain(PromotionEvent.Type.WAVE_BAKED);

    engine.tick(Duration.ofHours(3));
    assertThat(engine.promotion(id).targets()).doesNotContainKey(B);
    assertThat(engine.promotion(id).bakedWaves()).isEqualTo(1);

    engine.rules(open).tick(Duration.ofHours(4));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aFreezeThatEndsWhileTheWaveBakesHoldsNothingAnyMore() {
    ManualEngine engine = engine(Bake.of(Duration.ofHours(2)), Reversibility.R0);
    PromotionId id = baking(engine);
    Rulebook open = engine.rules();
    engine.rules(frozen(open)).tick(Duration.ofMinutes(2));
    long judged = engine.promotion(id).judgedVersion();
    engine.tick(Duration.ofMinutes(30));
    assertThat(engine.promotion(id).judgedVersion()).isEqualTo(judged);

    engine.rules(open).tick(Duration.ofMinutes(2));
    assertThat(engine.promotion(id).holding()).isEmpty();
    assertThat(events(engine, id)).doesNotContain(PromotionEvent.Type.WAVE_BAKED);
  }

  private static Rulebook frozen(Rulebook rules) {
    Map<ShardName, Shard> shards = new HashMap<>(rules.shards());
    ShardName us = new ShardName("us");
    shards.put(us, new Shard(us, Shard.Reach.EXECUTABLE, 1, Optional.of("sale")));
    return new Rulebook(
        rules.paths(),
        shards,
        rules.models(),
        rules.demands(),
        rules.windows(),
        rules.roles(),
        rules.rights(),
        rules.directory());
  }

  private static List<PromotionEvent.Type> events(ManualEngine engine, PromotionId id) {
    return engine.store().read(id).stream().map(one -> one.event().type()).toList();
  }
}
