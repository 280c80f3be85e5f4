package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.Changes.aChange;
import static dev.gatehouse.testkit.ManualEngine.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.Answer;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.ApprovalRule;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.DefinitionOfDone;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.Quorum;
import dev.gatehouse.policy.RollbackRules;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.policy.StageDemands;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.Reversibility;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.FixedRisk;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import dev.gatehouse.testkit.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RollbackTest {
  private static final StageName PROD = new StageName("prod");
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Actor OLGA = Actor.person("olga");
  private final Rulebooks rules =
      Rulebooks.of("shop").stage("prod", "a@x", "b@y").controls(m -> Controls.waves(m, Slice.EACH));

  private ManualEngine engine(Reversibility reversibility) {
    return new ManualEngine(
        rules.build(),
        rules.repository(),
        FixedRisk.of(ChangeClass.APPLICATION, RiskLevel.LOW, reversibility));
  }

  private static PromotionId promote(ManualEngine engine, String version) {
    PromotionId id = engine.propose(aChange("shop", version), "prod").id();
    engine.tick(Duration.ofMinutes(5));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(versionOf(engine, "a")).isEqualTo(version);
    return id;
  }

  private static Promotion rollback(ManualEngine engine, Optional<PromotionId> to) {
    Promotion begun =
        accepted(
            engine
                .promotions()
                .rollback(new ApplicationName("shop"), PROD, to, "broken", caller(OLGA)));
    engine.tick(Duration.ofMinutes(5));
    return engine.promotion(begun.id());
  }

  private static Reason refused(ManualEngine engine, Optional<PromotionId> to) {
    Answer answer =
        engine.promotions().rollback(new ApplicationName("shop"), PROD, to, "broken", caller(OLGA));
    return ((Answer.Refused) answer).reason();
  }

  @Test
  void withoutToTheNewestPromotionOfTheStageIsUndoneInReverseOrderOfItsWaves() {
    ManualEngine engine = engine(Reversibility.R0);
    PromotionId first = promote(engine, "2");
    PromotionId second = promote(engine, "3");

    Promotion back = rollback(engine, Optional.empty());

    assertThat(back.phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(back.rollback().orElseThrow().undoes()).containsExactly(second);
    assertThat(back.rollback().orElseThrow().restores()).contains(first);
    assertThat(back.change().id()).isEqualTo(engine.promotion(first).change().id());
    assertThat(versionOf(engine, "a")).isEqualTo("2");
    assertThat(versionOf(engine, "b")).isEqualTo("2");
    assertThat(waves(engine, back.id()))
        .containsExactly(List.of(new TargetName("b")), List.of(new TargetName("a")));
  }

  @Test
  void withToTheStateThatThisPromotionLeftComesBack() {
    ManualEngine engine = engine(Reversibility.R0);
    PromotionId first = promote(engine, "2");
    promote(engine, "3");
    promote(engine, "4");

    assertThat(rollback(engine, Optional.of(first)).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(versionOf(engine, "a")).isEqualTo("2");
  }

  @Test
  void aSecondRollbackGoesOneFurtherBackAndTheFirstPromotionCanBeUndone() {
    ManualEngine engine = engine(Reversibility.R0);
    promote(engine, "2");
    promote(engine, "3");
    rollback(engine, Optional.empty());
    rollback(engine, Optional.empty());

    assertThat(versionOf(engine, "a")).isEqualTo("1");
    assertThat(refused(engine, Optional.empty()).code()).hasToString("nothing-to-roll-back");
  }

  @Test
  void whatWasNotLiveThereOrIsLiveNowIsRefusedWithTheOnesThatWere() {
    ManualEngine engine = engine(Reversibility.R0);
    PromotionId first = promote(engine, "2");
    PromotionId second = promote(engine, "3");

    assertThat(refused(engine, Optional.of(new PromotionId("shop-prod-00000000"))).next())
        .contains(first.value());
    assertThat(refused(engine, Optional.of(second)).what()).contains("nothing newer to undo");
  }

  @Test
  void aForwardOnlyChangeIsNotRolledBack() {
    ManualEngine engine = engine(Reversibility.R2);
    PromotionId id = promote(engine, "2");

    Reason reason = refused(engine, Optional.empty());
    assertThat(reason.code()).hasToString("rollback-forward-only");
    assertThat(reason.what()).contains(id.value(), "R2");
  }

  @Test
  void aRollbackWaitsForNoPromotionThatRunsThere() {
    ManualEngine engine = engine(Reversibility.R0);
    promote(engine, "2");
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    Promotion running = engine.propose(aChange("shop", "3"), "prod");
    engine.tick(Duration.ofMinutes(1));
    assertThat(engine.promotion(running.id()).phase()).isEqualTo(PromotionPhase.RUNNING);

    Reason reason = refused(engine, Optional.empty());
    assertThat(reason.code()).hasToString("rollback-stage-busy");
    assertThat(reason.steps()).containsExactly(new NextStep.Abort(running.id().value()));
  }

  @Test
  void windowsDoNotHoldARollbackByDefault() {
    ManualEngine engine = engine(Reversibility.R0);
    promote(engine, "2");
    engine.rules(rules.window(Windows.deny("sale", NOW, Duration.ofDays(9))).build());

    assertThat(rollback(engine, Optional.empty()).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void windowsHoldARollbackWhereTheRulesSaySo() {
    ManualEngine engine = engine(Reversibility.R0);
    promote(engine, "2");
    engine.rules(
        with(
            rules.window(Windows.deny("sale", NOW, Duration.ofDays(9))).build(),
            new RollbackRules(ApprovalRule.NONE, true)));

    assertThat(gates(rollback(engine, Optional.empty())))
        .containsExactly(GateName.PROMOTION_WINDOW);
    assertThat(versionOf(engine, "a")).isEqualTo("2");
  }

  @Test
  void theFreezeOfAShardHoldsARollback() {
    ManualEngine engine = engine(Reversibility.R0);
    promote(engine, "2");
    engine.rules(
        rules
            .shard(
                new Shard(
                    new ShardName("x"), Shard.Reach.EXECUTABLE, 1, Optional.of("storage work")))
            .build());

    assertThat(gates(rollback(engine, Optional.empty()))).containsExactly(GateName.SHARD);
    assertThat(versionOf(engine, "a")).isEqualTo("2");
  }

  @Test
  void theRulesSayWhoseApprovalARollbackNeeds() {
    ManualEngine engine = engine(Reversibility.R0);
    promote(engine, "2");
    ApprovalRule owner =
        new ApprovalRule(List.of(new Quorum(1, "owner", Set.of("owner"))), true, DAY);
    engine.rules(with(rules.build(), new RollbackRules(owner, false)));

    Promotion held = rollback(engine, Optional.empty());
    assertThat(gates(held)).containsExactly(GateName.APPROVAL);
    String hash = held.lastPlan().orElseThrow().hash().value();
    accepted(
        engine
            .promotions()
            .approve(held.id(), hash, "", "", caller(Actor.person("otto", "owner"))));
    engine.tick(Duration.ofMinutes(5));
    assertThat(engine.promotion(held.id()).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(versionOf(engine, "a")).isEqualTo("1");
  }

  @Test
  void aRollbackAsksForNoStageBeforeAndNoSoakTime() {
    Rulebooks path =
        Rulebooks.of("shop")
            .stage("dev", "d@x")
            .stage("prod", "a@x", "b@y")
            .demands(
                "prod",
                new StageDemands(
                    ApprovalRule.NONE, DAY, Bake.NONE, List.of(), Set.of(), DefinitionOfDone.NONE));
    ManualEngine engine = ManualEngine.of(path);
    engine.propose(aChange("shop", "2"), "dev");
    engine.tick(DAY.multipliedBy(2));
    PromotionId id = engine.propose(aChange("shop", "2"), "prod").id();
    engine.tick(Duration.ofHours(1));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);

    // The version that comes back was never in dev.
    assertThat(rollback(engine, Optional.empty()).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(versionOf(engine, "a")).isEqualTo("1");
  }

  private static List<GateName> gates(Promotion promotion) {
    return promotion.holding().stream().map(GateResult::gate).toList();
  }

  private static Rulebook with(Rulebook rules, RollbackRules rollback) {
    return new Rulebook(
        rules.paths(),
        rules.shards(),
        rules.models(),
        rules.demands(),
        rules.windows(),
        rules.roles(),
        rules.rights(),
        rules.directory(),
        rollback,
        rules.waivers());
  }

  @Test
  void aValueThatWasChangedAgainIsLeft() {
    ManualEngine engine = engine(Reversibility.R0);
    promote(engine, "2");
    promote(engine, "3");
    engine
        .git()
        .commitFile("main", Rulebooks.file("a"), "image: registry.example/shop:9\nreplicas: 2\n");

    rollback(engine, Optional.empty());
    assertThat(versionOf(engine, "a")).isEqualTo("9");
    assertThat(versionOf(engine, "b")).isEqualTo("2");
  }

  @Test
  void anAssistantDoesNotRollBack() {
    ManualEngine engine = engine(Reversibility.R0);
    promote(engine, "2");
    Actor assistant = new Actor("copilot", Actor.Kind.ASSISTANT, Set.of());
    assertThat(
            engine
                .promotions()
                .rollback(
                    new ApplicationName("shop"), PROD, Optional.empty(), "x", caller(assistant)))
        .isInstanceOf(Answer.Refused.class);
  }

  private static List<List<TargetName>> waves(ManualEngine engine, PromotionId id) {
    return engine.store().read(id).stream()
        .filter(r -> r.event() instanceof PromotionEvent.WaveStarted)
        .map(r -> ((PromotionEvent.WaveStarted) r.event()).wave().targets())
        .toList();
  }

  private static String versionOf(ManualEngine engine, String target) {
    String text = engine.git().file("main", Rulebooks.file(target)).orElseThrow();
    String image = text.lines().findFirst().orElseThrow();
    return image.substring(image.lastIndexOf(':') + 1);
  }
}
