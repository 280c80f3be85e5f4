package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.Changes.aChange;
import static dev.gatehouse.testkit.ManualEngine.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.Overwrite;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.ApprovalRule;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.Quorum;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.policy.WayBack;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.Reversibility;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.risk.RiskModel;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.FixedRisk;
import dev.gatehouse.testkit.GitFault;
import dev.gatehouse.testkit.GitFaults;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan made again: after a drift, or because the stage was redefined. */
class PlannedAgainTest {
  private static final Actor OLGA = Actor.person("olga", "owners");

  /** Three shards or more are HIGH, fewer are MEDIUM; HIGH asks for an approval. */
  private static final RiskModel BY_SHARDS =
      input ->
          FixedRisk.of(
                  ChangeClass.APPLICATION,
                  input.exposure().shards().size() > 2 ? RiskLevel.HIGH : RiskLevel.MEDIUM,
                  Reversibility.R0)
              .assess(input);

  /** The risk by what is still to be done, as if nothing had been written. */
  private static final RiskModel BY_DIFFS =
      input ->
          FixedRisk.of(
                  ChangeClass.APPLICATION,
                  input.diffs().size() > 2 ? RiskLevel.HIGH : RiskLevel.MEDIUM,
                  input.diffs().size() > 2 ? Reversibility.R1 : Reversibility.R0)
              .assess(input);

  private final Rulebooks rules =
      Rulebooks.of("shop").stage("prod", "a@x", "b@y", "c@z").controls(PlannedAgainTest::asked);

  private static ControlModel asked(ControlModel model) {
    ControlModel waves = Controls.waves(model, Slice.EACH);
    return model.level() == RiskLevel.HIGH
        ? Controls.bake(waves, Duration.ofMinutes(10))
            .with(new ApprovalRule(List.of(Quorum.of(1, "owners")), true, Duration.ofDays(7)))
        : waves;
  }

  @Test
  void exposureCountsWhatWasAlreadyWritten() {
    ManualEngine engine = engine(BY_SHARDS);
    PromotionId id = writtenInTheFirstWaveThenAForeignCommit(engine);

    Plan again = engine.promotion(id).plan().orElseThrow();
    assertThat(again.targets()).extracting(t -> t.target().value()).containsExactly("b", "c");
    assertThat(again.risk().exposure().shards()).containsExactly("x", "y", "z");
    assertThat(again.risk().level()).isEqualTo(RiskLevel.HIGH);
  }

  @Test
  void aPlanMadeAgainKeepsLevelApprovalBakeAndWayBackOfTheOneBefore() {
    ManualEngine engine = engine(BY_DIFFS);
    PromotionId id = writtenInTheFirstWaveThenAForeignCommit(engine);

    Plan again = engine.promotion(id).plan().orElseThrow();
    assertThat(again.risk().level()).isEqualTo(RiskLevel.HIGH);
    assertThat(again.risk().reversibility()).isEqualTo(Reversibility.R1);
    assertThat(again.controls().approval().seats()).isEqualTo(1);
    assertThat(again.controls().firstBake().time()).isEqualTo(Duration.ofMinutes(10));
    assertThat(again.wayBack()).isEqualTo(WayBack.ASK);
  }

  @Test
  void aForeignValueIsOverwrittenOnlyOnceItIsNamedAndApproved() {
    ManualEngine engine = engine(BY_SHARDS);
    PromotionId id = writtenInTheFirstWaveThenAForeignCommit(engine);
    assertThat(versionOf(engine, "b")).isEqualTo("1.5");
    Overwrite named = engine.promotion(id).plan().orElseThrow().overwrites().get(0);
    assertThat(named.target()).isEqualTo(new TargetName("b"));
    assertThat(named.planned()).endsWith("shop:1");
    assertThat(named.found()).endsWith("shop:1.5");

    approve(engine, id);
    engine.tick(Duration.ofHours(1));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(versionOf(engine, "b")).isEqualTo("2");
  }

  @Test
  void aForeignValueStaysNamedWhenThePlanIsMadeAThirdTime() {
    ManualEngine engine = engine(BY_SHARDS);
    PromotionId id = writtenInTheFirstWaveThenAForeignCommit(engine);
    set(engine, "c", "1.7");
    approve(engine, id);
    engine.tick(Duration.ofMinutes(30));

    Plan third = engine.promotion(id).plan().orElseThrow();
    assertThat(third.targets()).extracting(t -> t.target().value()).containsExactly("c");
    assertThat(third.overwrites())
        .extracting(Overwrite::found)
        .containsExactly("registry.example/shop:1.7");
    assertThat(third.risk().level()).isEqualTo(RiskLevel.HIGH);
  }

  @Test
  void rulesThatWereLoosenedMeanwhileLoosenNothingThatIsUnderWay() {
    ManualEngine engine = engine(BY_SHARDS);
    PromotionId id = proposed(engine);
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    approve(engine, id);
    engine.tick(Duration.ofMinutes(1));
    engine.rules(Rulebooks.of("shop").stage("prod", "a@x", "b@y", "c@z").controls(m -> m).build());
    set(engine, "b", "1.5");
    engine.live().answer("a", LiveState.Status.LIVE);
    engine.tick(Duration.ofHours(1));

    Plan again = engine.promotion(id).plan().orElseThrow();
    assertThat(again.controls().approval().seats()).isEqualTo(1);
    assertThat(again.controls().firstBake().time()).isEqualTo(Duration.ofMinutes(10));
    assertThat(again.waves()).hasSize(2);
    assertThat(versionOf(engine, "b")).isEqualTo("1.5");
  }

  @Test
  void whatIsLiveOfAWaveThatDriftedIsStillWatched() {
    Rulebooks together =
        Rulebooks.of("shop")
            .stage("prod", "a@x", "b@y", "c@z")
            .controls(
                m ->
                    Controls.bake(
                        Controls.waves(m, Slice.count(2), Slice.REST), Duration.ofHours(1)));
    ManualEngine engine = ManualEngine.of(together);
    engine
        .git()
        .faults(
            push -> {
              boolean second = push && engine.git().log("main").size() == 2;
              if (second && versionOf(engine, "b").equals("1")) {
                set(engine, "b", "1.5");
              }
              return GitFault.NONE;
            });
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(50));

    assertThat(engine.promotion(id).drifts()).isEqualTo(1);
    assertThat(versionOf(engine, "a")).isEqualTo("2");
    assertThat(versionOf(engine, "b")).isEqualTo("1.5");
    engine.tick(Duration.ofHours(4));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aTargetThatIsNotWrittenAndLeavesTheRulesIsPlannedAway() {
    ManualEngine engine = ManualEngine.of(baking("a@x", "b@y", "c@z"));
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(5));
    engine.rules(baking("a@x", "b@y").build());
    engine.tick(Duration.ofHours(1));

    Promotion ended = engine.promotion(id);
    assertThat(ended.phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(versionOf(engine, "a")).isEqualTo("2");
    assertThat(versionOf(engine, "b")).isEqualTo("2");
    assertThat(versionOf(engine, "c")).isEqualTo("1");
    assertThat(why(engine, id)).contains("target c is no longer defined");
  }

  @Test
  void aTargetThatLeavesTheRulesAfterItsWaveStartedIsPlannedAwayToo() {
    ManualEngine engine = ManualEngine.of(baking("a@x", "b@y", "c@z"));
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(5));
    engine.git().faults(push -> push ? GitFault.DOWN : GitFault.NONE);
    engine.tick(Duration.ofMinutes(10));
    engine.rules(baking("a@x", "c@z").build());
    engine.git().faults(GitFaults.NONE);
    engine.tick(Duration.ofHours(2));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(versionOf(engine, "a")).isEqualTo("2");
    assertThat(versionOf(engine, "b")).isEqualTo("1");
    assertThat(versionOf(engine, "c")).isEqualTo("2");
  }

  @Test
  void aTargetThatIsWrittenAndLeavesTheRulesHoldsAndRevertsNothing() {
    ManualEngine engine = ManualEngine.of(baking("a@x", "b@y"));
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(5));
    engine.rules(baking("b@y").build());
    engine.tick(Duration.ofHours(3));

    Promotion held = engine.promotion(id);
    assertThat(held.phase()).isEqualTo(PromotionPhase.RUNNING);
    assertThat(held.inFlight().get(0).reason().orElseThrow().code()).hasToString("target-gone");
    assertThat(versionOf(engine, "a")).isEqualTo("2");
    assertThat(engine.store().read(id)).hasSizeLessThan(20);

    engine.rules(baking("a@x", "b@y").build());
    engine.live().answer("a", LiveState.Status.LIVE);
    engine.tick(Duration.ofHours(1));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aTargetThatIsAddedWhileThePromotionIsHeldIsPlanned() {
    ManualEngine engine = engine(BY_SHARDS);
    PromotionId id = proposed(engine);
    String signed = engine.promotion(id).plan().orElseThrow().hash().value();
    engine
        .git()
        .commitFile("main", Rulebooks.file("d"), "image: registry.example/shop:1\nreplicas: 2\n");
    engine
        .rules(
            Rulebooks.of("shop")
                .stage("prod", "a@x", "b@y", "c@z", "d@w")
                .controls(PlannedAgainTest::asked)
                .build())
        .restart();
    engine.tick(Duration.ofHours(2));

    assertThat(engine.promotion(id).plan().orElseThrow().hash().value()).isNotEqualTo(signed);
    approve(engine, id);
    engine.tick(Duration.ofHours(2));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(versionOf(engine, "d")).isEqualTo("2");
    assertThat(why(engine, id)).contains("target d was added");
  }

  @Test
  void aTargetThatIsAddedWhileTheLastWaveRunsIsPlannedBeforeTheEnd() {
    ManualEngine engine = ManualEngine.of(baking("a@x"));
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(5));
    engine
        .git()
        .commitFile("main", Rulebooks.file("b"), "image: registry.example/shop:1\nreplicas: 2\n");
    engine.rules(baking("a@x", "b@y").build()).restart();
    engine.tick(Duration.ofHours(1));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(versionOf(engine, "b")).isEqualTo("2");
  }

  @Test
  void anAddedTargetThatCannotBePlannedHoldsAndEndsNothing() {
    ManualEngine engine = engine(BY_SHARDS);
    PromotionId id = proposed(engine);
    engine.rules(
        Rulebooks.of("shop")
            .stage("prod", "a@x", "b@y", "c@z", "nofile@w")
            .controls(PlannedAgainTest::asked)
            .build());
    engine.tick(Duration.ofHours(2));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.PENDING);
    assertThat(engine.promotion(id).holding().get(0).gate()).hasToString("plan");
    engine.rules(rules.build());
    engine.tick(Duration.ofMinutes(6));
    assertThat(engine.promotion(id).holding().get(0).gate()).hasToString("approval");
  }

  @Test
  void aStageThatIsRenamedHoldsAndNothingIsWritten() {
    ManualEngine engine = engine(BY_SHARDS);
    PromotionId id = proposed(engine);
    approve(engine, id);
    engine.rules(
        Rulebooks.of("shop")
            .stage("production", "a@x", "b@y", "c@z")
            .controls(PlannedAgainTest::asked)
            .build());
    engine.tick(Duration.ofHours(2));

    assertThat(engine.git().log("main")).hasSize(1);
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.PENDING);
    assertThat(hold(engine, id)).contains("unknown-stage");
  }

  @Test
  void aStageThatIsRenamedAfterAWaveStartedHoldsTheWrite() {
    ManualEngine engine = ManualEngine.of(baking("a@x", "b@y"));
    engine.git().faults(push -> push ? GitFault.DOWN : GitFault.NONE);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(1));
    engine.git().faults(GitFaults.NONE);
    engine.rules(Rulebooks.of("shop").stage("production", "a@x", "b@y").build());
    engine.tick(Duration.ofHours(2));

    assertThat(engine.git().log("main")).hasSize(1);
    assertThat(engine.promotion(id).inFlight().get(0).reason().orElseThrow().code())
        .hasToString("unknown-stage");
  }

  @Test
  void aShardThatIsRenamedIsFollowed() {
    ManualEngine engine = ManualEngine.of(baking("a@x", "b@y"));
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(5));
    engine.rules(baking("a@x", "b@z").build()).restart();
    engine.tick(Duration.ofHours(1));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(why(engine, id)).contains("target b moved to shard z");
  }

  @Test
  void aShardThatIsRenamedAfterAWaveStartedIsFollowed() {
    ManualEngine engine = ManualEngine.of(baking("a@x", "b@y"));
    engine.git().faults(push -> push ? GitFault.DOWN : GitFault.NONE);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(1));
    engine.git().faults(GitFaults.NONE);
    engine.rules(baking("a@w", "b@y").build()).restart();
    engine.tick(Duration.ofHours(1));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(versionOf(engine, "a")).isEqualTo("2");
  }

  private ManualEngine engine(RiskModel risk) {
    return new ManualEngine(rules.build(), rules.repository(), risk);
  }

  private static Rulebooks baking(String... targets) {
    return Rulebooks.of("shop")
        .stage("prod", targets)
        .controls(m -> Controls.bake(Controls.waves(m, Slice.EACH), Duration.ofMinutes(10)));
  }

  private static PromotionId proposed(ManualEngine engine) {
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.runAnyDue();
    return id;
  }

  private static PromotionId writtenInTheFirstWaveThenAForeignCommit(ManualEngine engine) {
    PromotionId id = proposed(engine);
    approve(engine, id);
    engine.tick(Duration.ofMinutes(5));
    set(engine, "b", "1.5");
    engine.tick(Duration.ofHours(1));
    assertThat(engine.promotion(id).drifts()).isEqualTo(1);
    return id;
  }

  private static void approve(ManualEngine engine, PromotionId id) {
    String hash = engine.promotion(id).plan().orElseThrow().hash().value();
    accepted(engine.promotions().approve(id, hash, "", "", caller(OLGA)));
  }

  private static void set(ManualEngine engine, String target, String version) {
    engine
        .git()
        .commitFile(
            "main",
            Rulebooks.file(target),
            "image: registry.example/shop:" + version + "\nreplicas: 2\n");
  }

  private static String hold(ManualEngine engine, PromotionId id) {
    return engine.promotion(id).holding().toString();
  }

  private static List<String> why(ManualEngine engine, PromotionId id) {
    return engine.store().read(id).stream()
        .map(recorded -> recorded.event())
        .filter(PromotionEvent.PlanSealed.class::isInstance)
        .map(event -> ((PromotionEvent.PlanSealed) event).because())
        .toList();
  }

  private static String versionOf(ManualEngine engine, String target) {
    String text = engine.git().file("main", Rulebooks.file(target)).orElseThrow();
    return text.substring(text.lastIndexOf("shop:") + 5, text.indexOf('\n'));
  }
}
