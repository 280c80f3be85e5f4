package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.Changes.aChange;
import static dev.gatehouse.testkit.ManualEngine.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.Answer;
import dev.gatehouse.history.PromotionEvent.WayBackChosen.Choice;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.Reversibility;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.FixedRisk;
import dev.gatehouse.testkit.GitFault;
import dev.gatehouse.testkit.GitFaults;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureTest {
  private static final Actor OLGA = Actor.person("olga");
  private final Rulebooks rules =
      Rulebooks.of("shop").stage("prod", "a@x", "b@y").controls(m -> Controls.waves(m, Slice.EACH));

  private ManualEngine engine(Reversibility reversibility) {
    return new ManualEngine(
        rules.build(),
        rules.repository(),
        FixedRisk.of(ChangeClass.APPLICATION, RiskLevel.LOW, reversibility));
  }

  @Test
  void instantRevertTakesTheChangeBackByItself() {
    ManualEngine engine = failing(Reversibility.R0);
    PromotionId id = run(engine);

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.FAILED);
    assertThat(engine.promotion(id).reason().orElseThrow().code()).hasToString("rolled-back");
    assertThat(versionOf(engine, "a")).isEqualTo("1");
    assertThat(versionOf(engine, "b")).isEqualTo("1");
  }

  @Test
  void slowRevertAsksAPersonWhoPicks() {
    ManualEngine engine = failing(Reversibility.R1);
    PromotionId id = run(engine);
    assertThat(engine.promotion(id).stop()).isEqualTo(Promotion.Stop.ASKED);
    assertThat(engine.wakeUps().nextServed()).isPresent();

    accepted(engine.promotions().chooseWayBack(id, Choice.REVERT, "customers wait", caller(OLGA)));
    engine.runAnyDue();

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.FAILED);
    assertThat(versionOf(engine, "a")).isEqualTo("1");
  }

  @Test
  void forwardOnlyChangeIsNeverReverted() {
    ManualEngine engine = failing(Reversibility.R2);
    PromotionId id = run(engine);

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.FAILED);
    assertThat(engine.promotion(id).reason().orElseThrow().code()).hasToString("forward-only");
    Answer answer = engine.promotions().chooseWayBack(id, Choice.REVERT, "please", caller(OLGA));
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(versionOf(engine, "a")).isEqualTo("2");
  }

  @Test
  void irreversibleChangeStopsWhereItIs() {
    ManualEngine engine = failing(Reversibility.R3);
    PromotionId id = run(engine);

    assertThat(engine.promotion(id).reason().orElseThrow().code()).hasToString("irreversible");
    assertThat(versionOf(engine, "a")).isEqualTo("2");
  }

  @Test
  void whatWasWrittenBeforeANewPlanIsTakenBackToo() {
    ManualEngine engine = engine(Reversibility.R0);
    engine.live().answer("b", LiveState.Status.DEGRADED);
    engine
        .git()
        .faults(
            push -> push && engine.git().log("main").size() == 2 ? drift(engine) : GitFault.NONE);

    PromotionId id = run(engine);

    assertThat(engine.promotion(id).drifts()).isEqualTo(1);
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.FAILED);
    assertThat(versionOf(engine, "a")).isEqualTo("1");
  }

  private static GitFault drift(ManualEngine engine) {
    engine.git().faults(GitFaults.NONE);
    engine
        .git()
        .commitFile("main", Rulebooks.file("b"), "image: registry.example/shop:1.5\nreplicas: 2\n");
    return GitFault.NONE;
  }

  @Test
  void whatSomebodyUndidMeanwhileIsNotWrittenASecondTime() {
    ManualEngine engine = engine(Reversibility.R0);
    engine
        .git()
        .faults(
            push -> {
              if (push && engine.git().log("main").size() == 2) {
                drift(engine);
                engine
                    .git()
                    .commitFile(
                        "main",
                        Rulebooks.file("a"),
                        "image: registry.example/shop:1\nreplicas: 2\n");
              }
              return GitFault.NONE;
            });

    PromotionId id = run(engine);

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(versionOf(engine, "a")).isEqualTo("1");
    assertThat(versionOf(engine, "b")).isEqualTo("2");
  }

  @Test
  void aTargetThatIsGoneWhileItIsTakenBackIsNotTriedForEver() {
    ManualEngine engine = failing(Reversibility.R1);
    PromotionId id = run(engine);
    engine.rules(Rulebooks.of("shop").stage("prod", "other@x", "b@y").build());

    accepted(engine.promotions().chooseWayBack(id, Choice.REVERT, "customers wait", caller(OLGA)));
    engine.tick(Duration.ofMinutes(1));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.FAILED);
    assertThat(engine.promotion(id).reason().orElseThrow().what()).contains("Not reverted: a");
  }

  @Test
  void aRemoteThatStaysDownDuringARevertEndsItOnce() {
    ManualEngine engine = failing(Reversibility.R1);
    PromotionId id = run(engine);
    engine.git().faults(push -> GitFault.DOWN);

    accepted(engine.promotions().chooseWayBack(id, Choice.REVERT, "customers wait", caller(OLGA)));
    engine.tick(Duration.ofHours(3));

    assertThat(engine.promotion(id).phase().isFinal()).isTrue();
  }

  @Test
  void aRemoteThatStaysDownEndsErroredAfterAnHour() {
    ManualEngine engine = engine(Reversibility.R0);
    engine.git().faults(push -> push ? GitFault.DOWN : GitFault.NONE);
    PromotionId id = engine.propose(aChange(), "prod").id();

    engine.tick(Duration.ofMinutes(55));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.RUNNING);
    engine.tick(Duration.ofMinutes(10));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.ERRORED);
    assertThat(engine.store().read(id)).hasSizeLessThan(12);
  }

  @Test
  void oneHiccupAfterALongWaitFailsNothing() {
    ManualEngine engine = engine(Reversibility.R0);
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofHours(2));

    engine.live().down(true);
    engine.tick(Duration.ofSeconds(30));
    engine.live().down(false).answer("a", LiveState.Status.LIVE);
    engine.tick(Duration.ofMinutes(1));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void hiccupsThatComeAndGoNeverAddUp() {
    ManualEngine engine = engine(Reversibility.R0);
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    for (int minute = 0; minute < 600; minute++) {
      engine.live().down(minute % 2 == 0);
      engine.tick(Duration.ofMinutes(1));
    }

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.RUNNING);
    assertThat(engine.store().read(id)).hasSizeLessThan(80);
  }

  @Test
  void aFailedTargetDoesNotWaitForOthersThatOnlyProgress() {
    Rulebooks together = Rulebooks.of("shop").stage("prod", "a@x", "b@y");
    ManualEngine engine = ManualEngine.of(together);
    engine.live().answer("a", LiveState.Status.DEGRADED).answer("b", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofSeconds(30));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.FAILED);
    assertThat(versionOf(engine, "b")).isEqualTo("1");
  }

  @Test
  void abortSaysWhoAndWhyAndWhatIsLeft() {
    ManualEngine engine = engine(Reversibility.R0);
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofSeconds(30));

    accepted(engine.promotions().abort(id, "wrong version", caller(OLGA)));
    engine.runAnyDue();

    Promotion aborted = engine.promotion(id);
    assertThat(aborted.phase()).isEqualTo(PromotionPhase.ABORTED);
    assertThat(aborted.reason().orElseThrow().what())
        .contains("olga")
        .contains("wrong version")
        .contains("keep it: a");
    assertThat(aborted.targets().get(new TargetName("a")).step())
        .isEqualTo(TargetState.Step.SKIPPED);
  }

  private ManualEngine failing(Reversibility reversibility) {
    ManualEngine engine = engine(reversibility);
    engine.live().answer("b", LiveState.Status.DEGRADED);
    return engine;
  }

  private static PromotionId run(ManualEngine engine) {
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(2));
    return id;
  }

  private static String versionOf(ManualEngine engine, String target) {
    String text = engine.git().file("main", Rulebooks.file(target)).orElseThrow();
    String image = text.lines().findFirst().orElseThrow();
    return image.substring(image.lastIndexOf(':') + 1);
  }
}
