package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.Changes.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.Step;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.ProcessDied;
import dev.gatehouse.testkit.Rulebooks;
import dev.gatehouse.testkit.ScriptedControlPlane;
import dev.gatehouse.testkit.ScriptedRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A control plane that writes to Git on its own: intended, started once, found again, watched. */
class RunTest {
  private static final TargetName A = new TargetName("a");
  private final Rulebooks rules =
      Rulebooks.of("shop")
          .followedBy(new ScriptedControlPlane.Settings("shop"))
          .stage("prod", "a@eu", "b@us")
          .controls(model -> Controls.waves(model, Slice.count(1), Slice.REST));
  private final ManualEngine engine = ManualEngine.of(rules);
  private final ScriptedRuns runs = new ScriptedRuns(engine.git());
  private final ScriptedControlPlane plane = new ScriptedControlPlane(runs);

  private Promotion promote() {
    engine.controlPlane(plane);
    return engine.propose(aChange(), "prod");
  }

  @Test
  void theControlPlaneWritesAndTheEngineDoesNot() {
    PromotionId id = promote().id();
    engine.tick(Duration.ofMinutes(10));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(runs.started()).containsExactly("a", "b");
    assertThat(engine.git().log(Rulebooks.BRANCH)).hasSize(3);
    assertThat(kinds(id))
        .containsSubsequence(
            PromotionEvent.Type.TARGET_RUN_INTENDED,
            PromotionEvent.Type.TARGET_RUN_STARTED,
            PromotionEvent.Type.TARGET_WRITTEN,
            PromotionEvent.Type.TARGET_LIVE);
  }

  @TestFactory
  Stream<DynamicTest> aRunIsStartedOnceWhateverStepTheProcessDiesAt() {
    return Stream.of(Step.values())
        .map(step -> DynamicTest.dynamicTest(step.name(), () -> new RunTest().diesAt(step)));
  }

  private void diesAt(Step step) {
    engine.controlPlane(plane);
    engine.dieAt(step, 1);
    boolean died = survives(() -> engine.propose(aChange(), "prod"));
    died |= survives(() -> engine.tick(Duration.ofMinutes(20)));
    engine.tick(Duration.ofMinutes(20));
    if (step.isOfRuns()) {
      assertThat(died).isTrue();
    }

    PromotionId id = engine.store().find(PromotionQuery.ALL).get(0);
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(runs.started()).containsExactly("a", "b");
    assertThat(engine.git().log(Rulebooks.BRANCH)).hasSize(3);
  }

  @TestFactory
  Stream<DynamicTest> aRunThatTakesBackIsStartedOnceWhateverStepTheProcessDiesAt() {
    return Stream.of(Step.values())
        .map(step -> DynamicTest.dynamicTest(step.name(), () -> new RunTest().diesBackAt(step)));
  }

  private void diesBackAt(Step step) {
    String before = text("a");
    plane.live().answer("b", LiveState.Status.DEGRADED);
    engine.controlPlane(plane);
    survives(() -> engine.propose(aChange(), "prod"));
    survives(() -> engine.tick(Duration.ofSeconds(25)));
    engine.dieAt(step, 1);
    survives(() -> engine.tick(Duration.ofMinutes(20)));
    engine.tick(Duration.ofMinutes(20));

    PromotionId id = engine.store().find(PromotionQuery.ALL).get(0);
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.FAILED);
    assertThat(runs.started()).containsExactlyInAnyOrder("a", "b", "a", "b");
    assertThat(text("a")).isEqualTo(before);
    assertThat(engine.promotion(id).targets().values())
        .extracting(TargetState::step)
        .containsOnly(TargetState.Step.REVERTED);
  }

  @Test
  void aRunWhoseAnswerWasLostIsAdoptedAndNotStartedAgain() {
    runs.loseAnswers(1);
    PromotionId id = promote().id();
    engine.tick(Duration.ofMinutes(10));

    assertThat(runs.started()).containsExactly("a", "b");
    assertThat(events(id, PromotionEvent.TargetRunStarted.class))
        .extracting(PromotionEvent.TargetRunStarted::adopted)
        .containsExactly(true, false);
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  /** A process that is slow may still send its request. */
  @Test
  void anotherRunIsStartedOnlyAfterTheFirstCannotComeAnyMore() {
    engine.controlPlane(plane).dieAt(Step.RUN_INTENDED, 1);
    PromotionId id = engine.propose(aChange(), "prod").id();
    assertThat(survives(engine::runAnyDue)).isTrue();

    engine.tick(Duration.ofSeconds(100));
    assertThat(runs.started()).isEmpty();
    assertThat(engine.promotion(id).targets().get(A).reason().orElseThrow().code())
        .hasToString("run-start-unknown");

    engine.tick(Duration.ofMinutes(1));
    assertThat(runs.started()).containsOnlyOnce("a");
    assertThat(events(id, PromotionEvent.TargetRunIntended.class))
        .extracting(PromotionEvent.TargetRunIntended::attempt)
        .startsWith(1, 2);
  }

  /** By then another process may have looked, and found none. */
  @Test
  void aProcessThatWasSlowAfterItsIntentStartsNothing() {
    engine
        .controlPlane(plane)
        .at(Step.RUN_INTENDED, () -> engine.clock().advance(Duration.ofSeconds(40)));
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.runAnyDue();
    assertThat(runs.started()).isEmpty();

    engine.tick(Duration.ofMinutes(10));
    assertThat(runs.started()).containsExactly("a", "b");
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void nothingIsStartedWhileItCannotBeToldWhichRunIsOurs() {
    PromotionId id = twoRuns();
    engine.tick(Duration.ofHours(2));

    assertThat(engine.promotion(id).targets().get(A).reason().orElseThrow().code())
        .hasToString("run-unclear");
    assertThat(runs.started()).containsExactly("a", "a");
    assertThat(engine.git().log(Rulebooks.BRANCH)).hasSize(1);
  }

  /** Our answer is lost, and someone starts the same run by hand. */
  private PromotionId twoRuns() {
    runs.copyNextStart().loseAnswers(1);
    return promote().id();
  }

  @Test
  void aControlPlaneThatIsAwayLosesNoRun() {
    runs.script("a", ScriptedRuns.Script.HANGS);
    PromotionId id = promote().id();
    engine.tick(Duration.ofMinutes(1));
    runs.down(true);
    engine.tick(Duration.ofHours(5));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.RUNNING);

    runs.down(false).heal("a");
    engine.tick(Duration.ofMinutes(30));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(runs.started()).containsExactly("a", "b");
  }

  @Test
  void aRunThatFailsFailsItsTargetAndWritesNothingMore() {
    runs.script("a", ScriptedRuns.Script.FAILS);
    PromotionId id = promote().id();
    engine.tick(Duration.ofMinutes(10));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.FAILED);
    assertThat(runs.started()).containsExactly("a");
  }

  @Test
  void aRunThatIsRefusedFailsItsTargetBlamelessly() {
    runs.script("a", ScriptedRuns.Script.IS_REFUSED);
    PromotionId id = promote().id();
    engine.tick(Duration.ofMinutes(10));
    assertThat(engine.promotion(id).targets().get(A).blameless()).isTrue();
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.FAILED);
  }

  @Test
  void aRunThatTheControlPlaneHasForgottenIsNotStartedAgain() {
    runs.script("a", ScriptedRuns.Script.HANGS);
    PromotionId id = promote().id();
    engine.tick(Duration.ofMinutes(1));
    runs.forgetAll();
    engine.tick(Duration.ofMinutes(10));

    assertThat(engine.promotion(id).targets().get(A).reason().orElseThrow().code())
        .hasToString("run-gone");
    assertThat(runs.started()).containsExactly("a");
  }

  @Test
  void anAbortStopsTheRunThatIsUnderWay() {
    runs.script("a", ScriptedRuns.Script.HANGS);
    PromotionId id = promote().id();
    engine.tick(Duration.ofMinutes(1));
    engine.promotions().abort(id, "not now", caller(ManualEngine.PROPOSER));
    engine.tick(Duration.ofMinutes(10));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.ABORTED);
    assertThat(engine.promotion(id).targets().get(A).step()).isEqualTo(TargetState.Step.SKIPPED);
    assertThat(engine.git().log(Rulebooks.BRANCH)).hasSize(1);
  }

  @Test
  void aClosedWindowIsWaitedForBeforeARunIsIntended() {
    Instant opens = engine.clock().instant().plus(Duration.ofHours(1));
    runs.closedUntil("a", opens);
    PromotionId id = promote().id();
    engine.tick(Duration.ofMinutes(30));
    assertThat(kinds(id)).doesNotContain(PromotionEvent.Type.TARGET_RUN_INTENDED);

    engine.tick(Duration.ofHours(1));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  private boolean survives(Runnable act) {
    try {
      act.run();
      return false;
    } catch (ProcessDied death) {
      engine.restart().tick(Duration.ofSeconds(5));
      return true;
    }
  }

  private String text(String target) {
    return engine.git().file(Rulebooks.BRANCH, Rulebooks.file(target)).orElseThrow();
  }

  private List<PromotionEvent.Type> kinds(PromotionId id) {
    return engine.store().read(id).stream().map(one -> one.event().type()).toList();
  }

  private <T> List<T> events(PromotionId id, Class<T> type) {
    return engine.store().read(id).stream()
        .map(Recorded::event)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
