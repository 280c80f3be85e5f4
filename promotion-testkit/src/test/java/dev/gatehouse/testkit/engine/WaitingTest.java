package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.Changes.aChange;
import static dev.gatehouse.testkit.ManualEngine.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.WaiverRequest;
import dev.gatehouse.approval.Waiver;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionEvent.WayBackChosen.Choice;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.DefaultControlModels;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.policy.StageDemands;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.Wait;
import dev.gatehouse.promotion.Waits;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.Step;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.ProcessDied;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever waits says so, has an end or a deadline, and names who holds it. */
class WaitingTest {
  private static final Actor OLGA = Actor.person("olga");
  private static final TargetName A = new TargetName("a");
  private final Rulebooks rules = Rulebooks.of("shop").stage("prod", "a@eu", "b@eu").shard("eu", 1);
  private final Rulebook rulebook = rules.build();
  private final ManualEngine engine = ManualEngine.of(rules);

  @Test
  void theDefaultsAskForNoSamplesThatNobodyMeasures() {
    for (ChangeClass changeClass : ChangeClass.values()) {
      for (RiskLevel level : RiskLevel.values()) {
        var model = DefaultControlModels.all().of(changeClass, level);
        assertThat(model.firstBake().samples()).isZero();
        assertThat(model.laterBake().samples()).isZero();
      }
    }
  }

  @Test
  void aWatchSaysUntilWhenAndWhatIsMissing() {
    ManualEngine watched = ManualEngine.of(baking(rules, 100));
    PromotionId id = watched.propose(aChange(), "prod").id();
    watched.tick(Duration.ofMinutes(2));

    Wait wait = only(watched, id);
    assertThat(wait.kind()).isEqualTo(Wait.Kind.BAKE);
    assertThat(wait.what())
        .startsWith("wave 1 is baking until ")
        .containsPattern("\\d min( \\d+ s)? left\\), 0 of 100 samples seen");
    assertThat(wait.until()).isPresent();
    assertThat(wait.steps())
        .extracting(NextStep::kind)
        .containsExactly(NextStep.Kind.ATTEST, NextStep.Kind.WAIVE);
    assertThat(wait.steps()).allSatisfy(step -> assertThat(step.toString()).contains(id.value()));

    watched.tick(Duration.ofHours(1));
    assertThat(only(watched, id).what())
        .isEqualTo("wave 1 is baking, the time is over, 0 of 100 samples seen");
    accepted(watched.promotions().attest(id, List.of(samples(watched, 40)), caller(OLGA)));
    assertThat(only(watched, id).what()).endsWith("40 of 100 samples seen");
    accepted(watched.promotions().attest(id, List.of(samples(watched, 100)), caller(OLGA)));
    watched.runAnyDue();
    assertThat(watched.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aWaiverOfTheSamplesLeavesTheTimeAndOneOfTheBakeEndsBoth() {
    ManualEngine watched = ManualEngine.of(baking(rules, 100));
    PromotionId id = watched.propose(aChange(), "prod").id();
    watched.tick(Duration.ofMinutes(2));
    waive(watched, id, GateName.BAKE_SAMPLES);
    watched.runAnyDue();
    assertThat(watched.promotion(id).phase()).isEqualTo(PromotionPhase.RUNNING);
    assertThat(only(watched, id).what()).doesNotContain("samples");

    waive(watched, id, GateName.BAKE);
    watched.runAnyDue();
    assertThat(watched.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void theSlotIsGivenBackOnceTheRevisionIsSyncedHoweverLongItsHealthTakes() {
    engine.live().answer("a", LiveState.Status.PROGRESSING).synced("a");
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(1));

    assertThat(engine.promotion(id).targets().get(A).synced()).isTrue();
    assertThat(engine.promotion(id).targets().get(new TargetName("b")).step()).hasToString("LIVE");
  }

  @Test
  void aTargetWithoutASlotNamesThePromotionAndTargetThatHaveIt() {
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(1));

    Wait wait = of(engine, id, "b");
    assertThat(wait.kind()).isEqualTo(Wait.Kind.MACHINE);
    assertThat(wait.what()).contains("taken, by " + id + "/a.");
    assertThat(wait.steps()).contains(new NextStep.Show(id.value()));
  }

  @Test
  void atItsDeadlineATargetIsHeldForAPersonGivesItsSlotBackAndRevertsNothing() {
    engine.rules(within(Duration.ofMinutes(30)));
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(29));
    assertThat(of(engine, id, "a").until())
        .contains(engine.promotion(id).targets().get(A).since().plus(Duration.ofMinutes(30)));
    assertThat(engine.promotion(id).overdue()).isEmpty();

    engine.tick(Duration.ofMinutes(2));

    Wait wait = of(engine, id, "a");
    assertThat(wait.kind()).isEqualTo(Wait.Kind.PERSON);
    assertThat(wait.what()).startsWith("Not live within 30 min: ");
    assertThat(wait.steps()).contains(new NextStep.ChooseRollback(id.value()));
    assertThat(engine.promotion(id).targets().get(new TargetName("b")).step()).hasToString("LIVE");
    assertThat(file("a")).contains("shop:2");

    engine.live().answer("a", LiveState.Status.LIVE);
    engine.tick(Duration.ofMinutes(10));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aControlPlaneThatStaysDownAfterTheWriteRevertsNothingAndIsHeldAtTheDeadline() {
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(1));
    engine.live().down(true);
    engine.tick(Duration.ofHours(5));

    assertThat(of(engine, id, "a").kind()).isEqualTo(Wait.Kind.PERSON);
    assertThat(file("a")).contains("shop:2");
  }

  @Test
  void aPersonEndsAnOverdueWaitByRevertingOrByGoingForward() {
    for (Choice choice : Choice.values()) {
      ManualEngine each = ManualEngine.of(rules);
      each.live().answer("a", LiveState.Status.PROGRESSING);
      PromotionId id = each.propose(aChange(), "prod").id();
      each.tick(Duration.ofMinutes(70));
      each.live().answer("a", LiveState.Status.PROGRESSING);
      accepted(each.promotions().chooseWayBack(id, choice, "customers wait", caller(OLGA)));
      each.tick(Duration.ofMinutes(1));

      Promotion ended = each.promotion(id);
      assertThat(ended.phase()).isEqualTo(PromotionPhase.FAILED);
      assertThat(ended.reason().orElseThrow().what()).contains("Not live within 1 h");
      String image = each.git().file("main", Rulebooks.file("a")).orElseThrow();
      assertThat(image).contains(choice == Choice.REVERT ? "shop:1" : "shop:2");
    }
  }

  @Test
  void onlyATargetThatWasHealthyBeforeFailsWhenItIsDegraded() {
    engine.live().illBefore("a", true).answer("a", LiveState.Status.DEGRADED).synced("a");
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(10));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.RUNNING);
    assertThat(of(engine, id, "a").what()).contains("Before this promotion: Target a was degraded");
    engine.tick(Duration.ofHours(1));
    assertThat(of(engine, id, "a").kind()).isEqualTo(Wait.Kind.PERSON);
    assertThat(file("a")).contains("shop:2");

    engine.live().answer("a", LiveState.Status.LIVE);
    engine.tick(Duration.ofMinutes(10));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aTargetThatBecameHealthyBeforeItsWriteFailsWhenItIsDegradedAfterwards() {
    engine.live().illBefore("a", true).answer("b", LiveState.Status.LIVE);
    engine
        .git()
        .faults(
            push ->
                push ? dev.gatehouse.testkit.GitFault.DOWN : dev.gatehouse.testkit.GitFault.NONE);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(1));
    assertThat(engine.promotion(id).targets().get(A).illBefore()).isPresent();

    engine.live().illBefore("a", false).answer("a", LiveState.Status.DEGRADED);
    engine.git().faults(dev.gatehouse.testkit.GitFaults.NONE);
    engine.tick(Duration.ofMinutes(1));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.FAILED);
    assertThat(file("a")).contains("shop:1");
  }

  @Test
  void aProcessThatDiesAfterThePushTakesNoNewIllnessForAnOldOne() {
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.dieAt(Step.PUSHED, 1);
    assertThatThrownBy(engine::runAnyDue).isInstanceOf(ProcessDied.class);
    engine.live().illBefore("a", true).answer("a", LiveState.Status.DEGRADED);

    engine.restart().tick(Duration.ofMinutes(2));

    assertThat(engine.promotion(id).targets().get(A).illBefore()).isEmpty();
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.FAILED);
    assertThat(file("a")).contains("shop:1");
  }

  @Test
  void aProcessThatDiesBetweenLookAndWriteKnowsWhatWasIllBefore() {
    engine.live().illBefore("a", true).answer("a", LiveState.Status.DEGRADED);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.dieAt(Step.PUSHED, 1);
    assertThatThrownBy(engine::runAnyDue).isInstanceOf(ProcessDied.class);

    engine.restart().tick(Duration.ofMinutes(5));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.RUNNING);
    assertThat(file("a")).contains("shop:2");
  }

  @Test
  void theSameChangeIsNotTakenAlongByAPromotionThatIsBeingStopped() {
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(1));
    accepted(engine.promotions().abort(id, "wrong", caller(OLGA)));

    Answer answer =
        engine
            .promotions()
            .propose(
                aChange(), engine.promotion(id).stage(), List.of(), caller(ManualEngine.PROPOSER));

    assertThat(answer).isInstanceOf(Answer.Refused.class);
    var reason = ((Answer.Refused) answer).reason();
    assertThat(reason.code()).hasToString("promotion-stopping");
    assertThat(reason.what()).contains(id.value()).contains("is being aborted");
    assertThat(of(engine, id, "a").what()).isNotBlank();

    engine.tick(Duration.ofMinutes(1));
    assertThat(engine.propose(aChange(), "prod").id()).isNotEqualTo(id);
  }

  @Test
  void whoeverWaitsForAGateLearnsItsNameAndWhatOpensIt() {
    ManualEngine ordered =
        ManualEngine.of(Rulebooks.of("shop").stage("dev", "d@x").stage("prod", "a@eu"));
    PromotionId id = ordered.propose(aChange(), "prod").id();
    ordered.runAnyDue();
    Rulebook rulesOf = Rulebooks.of("shop").stage("dev", "d@x").stage("prod", "a@eu").build();
    List<Wait> waits = Waits.of(ordered.promotion(id), rulesOf, ordered.clock().instant());
    assertThat(waits)
        .singleElement()
        .satisfies(
            wait -> {
              assertThat(wait.kind()).isEqualTo(Wait.Kind.GATE);
              assertThat(wait.holder()).isEqualTo("gate stage-order");
              assertThat(wait.end()).isNotBlank();
            });
  }

  @Test
  void overdueIsRecordedOnceHoweverLongItLasts() {
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofDays(3));
    long waits =
        engine.store().read(id).stream()
            .filter(recorded -> recorded.event() instanceof PromotionEvent.TargetWaiting)
            .count();
    assertThat(waits).isLessThan(8);
  }

  private static Rulebooks baking(Rulebooks rules, int samples) {
    return rules.demands(
        "prod",
        new StageDemands(
            dev.gatehouse.policy.ApprovalRule.NONE,
            Duration.ZERO,
            new Bake(Duration.ofMinutes(30), samples),
            List.of(),
            Set.of(),
            dev.gatehouse.policy.DefinitionOfDone.NONE));
  }

  private static Evidence samples(ManualEngine engine, int count) {
    return new Evidence.Measurement("bake.samples", "ci", engine.clock().instant(), count, "");
  }

  private static void waive(ManualEngine engine, PromotionId id, GateName part) {
    accepted(
        engine
            .promotions()
            .waive(
                id,
                new WaiverRequest(
                    part,
                    "olga",
                    "Nobody measures it yet.",
                    Waiver.Scope.PLAN,
                    engine.clock().instant().plus(Duration.ofDays(1))),
                caller(OLGA)));
  }

  private Rulebook within(Duration span) {
    var path = rulebook.path(new ApplicationName("shop")).orElseThrow();
    List<Stage> stages =
        path.stages().stream()
            .map(
                stage ->
                    new Stage(
                        stage.name(),
                        stage.after(),
                        stage.requires(),
                        stage.targets().stream().map(t -> t.healthyWithin(span)).toList()))
            .toList();
    return new Rulebook(
        java.util.Map.of(
            path.application(),
            new dev.gatehouse.stage.PromotionPath(path.application(), path.tier(), stages)),
        rulebook.shards(),
        rulebook.models(),
        rulebook.demands(),
        rulebook.windows(),
        rulebook.roles(),
        rulebook.rights(),
        rulebook.directory());
  }

  private Wait only(ManualEngine asked, PromotionId id) {
    List<Wait> waits = Waits.of(asked.promotion(id), rulebook, asked.clock().instant());
    assertThat(waits).hasSize(1);
    return waits.get(0);
  }

  private Wait of(ManualEngine asked, PromotionId id, String target) {
    Rulebook now = asked == engine ? current() : rulebook;
    return Waits.of(asked.promotion(id), now, asked.clock().instant()).stream()
        .filter(wait -> wait.target().filter(new TargetName(target)::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private Rulebook current() {
    return engine.rules();
  }

  private String file(String target) {
    return engine.git().file("main", Rulebooks.file(target)).orElseThrow();
  }
}
