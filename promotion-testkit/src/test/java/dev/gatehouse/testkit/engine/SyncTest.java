package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Changes.aChange;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.Reversibility;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.Step;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.FixedRisk;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.ProcessDied;
import dev.gatehouse.testkit.Rulebooks;
import dev.gatehouse.testkit.ScriptedSyncer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SyncTest {
  private static final TargetName A = new TargetName("a");
  private final ScriptedSyncer syncer = new ScriptedSyncer();
  private final Rulebooks rules = Rulebooks.of("shop").stage("prod", "a@eu");
  private final ManualEngine engine =
      new ManualEngine(
              rules.build(),
              rules.repository(),
              FixedRisk.of(ChangeClass.APPLICATION, RiskLevel.LOW, Reversibility.R0))
          .syncer(syncer);

  @Test
  void aWrittenRevisionIsSyncedOnceAndThenAwaited() {
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofHours(1));
    assertThat(syncer.started()).hasSize(1);
    assertThat(asked(id)).isEqualTo(1);

    engine.live().answer("a", LiveState.Status.LIVE);
    engine.tick(Duration.ofMinutes(1));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aProcessThatDiesWhileItWaitsDoesNotSyncAgain() {
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.dieAt(Step.SYNC_ASKED, 1);
    assertThatThrownBy(engine::runAnyDue).isInstanceOf(ProcessDied.class);

    engine.restart().tick(Duration.ofMinutes(5));
    engine.live().answer("a", LiveState.Status.LIVE);
    engine.tick(Duration.ofMinutes(1));

    assertThat(syncer.started()).hasSize(1);
    assertThat(asked(id)).isEqualTo(1);
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  /** It is notified of changes only once it has looked. */
  @Test
  void aProcessThatBeginsLooksAtOnceAtWhatWaits() {
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.runAnyDue();
    engine.live().answer("a", LiveState.Status.LIVE);
    engine.restart().runAnyDue();
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.RUNNING);

    engine.resume().runAnyDue();
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(syncer.started()).hasSize(1);
  }

  @Test
  void nothingIsWrittenIntoAClosedWindow() {
    String before = text();
    Instant opens = engine.clock().instant().plus(Duration.ofHours(2));
    syncer.closedUntil("a", opens);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofHours(1));
    assertThat(engine.promotion(id).targets().get(A).reason().orElseThrow().code())
        .hasToString("window-closed");
    assertThat(text()).isEqualTo(before);

    engine.tick(Duration.ofHours(2));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(text()).isNotEqualTo(before);
  }

  @Test
  void aWindowThatClosesAfterTheWriteIsWaitedForAndSaid() {
    Instant opens = engine.clock().instant().plus(Duration.ofHours(2));
    engine.git().watcher(commit -> syncer.closedUntil("a", opens));
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofHours(1));
    assertThat(engine.promotion(id).targets().get(A).reason().orElseThrow().code())
        .hasToString("window-closed");

    engine.tick(Duration.ofHours(2));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aSyncThatIsRefusedFailsTheTarget() {
    syncer.refuses("a");
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(5));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.FAILED);
  }

  @Test
  void theWayBackIsSyncedToo() {
    engine.live().answer("a", LiveState.Status.DEGRADED);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(5));
    assertThat(engine.promotion(id).reason().orElseThrow().code()).hasToString("rolled-back");
    assertThat(syncer.started()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void whenGitCannotBeRevertedTheControlPlaneRollsBackAndThePersonIsTold() {
    syncer.rollsBack(new SyncOutcome.Asked());
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(1));
    engine.git().commitFile("main", Rulebooks.file("a"), "image: other\n");
    engine.live().answer("a", LiveState.Status.DEGRADED);
    engine.tick(Duration.ofMinutes(5));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.FAILED);
    assertThat(engine.promotion(id).reason().orElseThrow().what())
        .contains("What runs was rolled back by its control plane; Git was not.");
  }

  @Test
  void whenNeitherGitNorTheControlPlaneGoesBackBothReasonsAreTold() {
    Reason no = new Reason(ReasonCode.of("no-way-back"), "Nothing was there before.", "a", "Wait.");
    syncer.rollsBack(new SyncOutcome.Refused(no));
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(1));
    engine.git().commitFile("main", Rulebooks.file("a"), "image: other\n");
    engine.live().answer("a", LiveState.Status.DEGRADED);
    engine.tick(Duration.ofMinutes(5));

    assertThat(engine.promotion(id).reason().orElseThrow().what())
        .contains("What runs could not be rolled back either: Nothing was there before.");
  }

  @Test
  void aRevertThatNobodySyncsIsSaidToBeInGitAndNotWhereItRuns() {
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    String before = text();
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(1));
    assertThat(text()).isNotEqualTo(before);
    syncer.refuses("a");
    engine.live().answer("a", LiveState.Status.DEGRADED);
    engine.tick(Duration.ofMinutes(5));

    assertThat(engine.promotion(id).reason().orElseThrow().what())
        .contains("Git was reverted; what runs was not: ");
    assertThat(text()).isEqualTo(before);
  }

  private String text() {
    return engine.git().file(Rulebooks.BRANCH, Rulebooks.file("a")).orElseThrow();
  }

  private long asked(PromotionId id) {
    return engine.store().read(id).stream()
        .filter(recorded -> recorded.event() instanceof PromotionEvent.TargetSyncAsked)
        .count();
  }
}
