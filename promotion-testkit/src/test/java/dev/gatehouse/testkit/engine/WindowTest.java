package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Changes.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import dev.gatehouse.testkit.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private static Rulebooks rules() {
    return Rulebooks.of("shop").stage("prod", "eu-1@eu", "eu-2@eu");
  }

  @Test
  void denyWindowHoldsEvenInsideAnAllowWindow() {
    ManualEngine engine =
        ManualEngine.of(
            rules()
                .window(Windows.allow("office", NOW, HOUR.multipliedBy(8)))
                .window(Windows.deny("sale", NOW, HOUR)));
    PromotionId id = engine.propose(aChange(), "prod").id();

    engine.tick(Duration.ofMinutes(59));
    assertThat(engine.promotion(id).holding().get(0).verdict().holdReason().orElseThrow().code())
        .hasToString("freeze");

    engine.tick(Duration.ofMinutes(2));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void outsideEveryAllowWindowTheHoldNamesTheNextOne() {
    ManualEngine engine =
        ManualEngine.of(rules().window(Windows.allow("evening", NOW.plus(HOUR), HOUR)));
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.runAnyDue();

    assertThat(engine.promotion(id).holding().get(0).verdict().looksAgainAt())
        .contains(NOW.plus(HOUR));
    engine.tick(HOUR);
    engine.tick(Duration.ofMinutes(2));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aWindowOfAnotherClassHoldsNothing() {
    ManualEngine engine =
        ManualEngine.of(
            rules().window(Windows.scoped(Windows.deny("dba", NOW, HOUR), ChangeClass.MIGRATION)));
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(1));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aFreezeThatBeginsWhileATargetWaitsForItsShardHoldsTheWrite() {
    ManualEngine engine =
        ManualEngine.of(
            rules().window(Windows.deny("sale", NOW.plus(Duration.ofMinutes(5)), HOUR)));
    engine.live().answer("eu-1", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(6));

    engine.live().answer("eu-1", LiveState.Status.LIVE);
    engine.tick(Duration.ofMinutes(30));
    assertThat(engine.git().file("main", Rulebooks.file("eu-2")).orElseThrow()).contains("shop:1");
    assertThat(engine.promotion(id).inFlight().get(0).reason().orElseThrow().code())
        .hasToString("freeze");

    engine.tick(HOUR);
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aFrozenShardHoldsTheWave() {
    Rulebooks rules = rules();
    ManualEngine engine = ManualEngine.of(rules);
    Rulebook thawed = rules.build();
    engine.rules(
        rules
            .shard(
                new Shard(
                    new ShardName("eu"), Shard.Reach.EXECUTABLE, 1, Optional.of("storage work")))
            .build());
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(HOUR);
    assertThat(engine.promotion(id).holding())
        .extracting(result -> result.gate())
        .containsExactly(GateName.SHARD);

    engine.rules(thawed);
    engine.tick(Duration.ofMinutes(6));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aShardThatIsOnlyVisibleIsNeverWritten() {
    ManualEngine engine =
        ManualEngine.of(
            rules()
                .shard(
                    new Shard(new ShardName("eu"), Shard.Reach.VISIBLE_ONLY, 1, Optional.empty())));
    engine.propose(aChange(), "prod");
    engine.tick(Duration.ofDays(1));

    assertThat(engine.git().log("main")).hasSize(1);
  }
}
