package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.Changes.aChange;
import static dev.gatehouse.testkit.ManualEngine.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.history.PromotionEvent.WayBackChosen.Choice;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.Wait;
import dev.gatehouse.promotion.Waits;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.GitFault;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a target does that a machine keeps from being written. */
class UnwrittenTest {
  private static final Actor OLGA = Actor.person("olga");
  private static final TargetName A = new TargetName("a");
  private static final TargetName B = new TargetName("b");

  private static Rulebooks within(Duration span, String... targets) {
    return Rulebooks.of("shop")
        .writtenWithin(span)
        .stage("prod", targets)
        .controls(m -> Controls.waves(m, Slice.EACH));
  }

  @Test
  void aPromotionThatHasWrittenNothingNeverEndsBecauseOthersAreFaster() {
    ManualEngine engine = ManualEngine.of(within(Duration.ofMinutes(20), "a@x"));
    engine.git().faults(push -> push ? GitFault.RACE : GitFault.NONE);
    PromotionId id = engine.propose(aChange(), "prod").id();

    engine.tick(Duration.ofHours(8));

    Promotion raced = engine.promotion(id);
    assertThat(raced.phase()).isEqualTo(PromotionPhase.RUNNING);
    assertThat(why(raced, A).code()).hasToString("not-written-in-time");
    assertThat(why(raced, A).what())
        .isEqualTo("Not written within 20 min: The branch moved again and again.");
    assertThat(engine.store().read(id)).hasSizeLessThan(12);
    engine.git().faults(push -> GitFault.NONE);
    engine.tick(Duration.ofMinutes(11));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void beforeItsDeadlineALostRaceIsAMachineAndAfterItAPersonIsAsked() {
    ManualEngine engine = ManualEngine.of(within(Duration.ofMinutes(10), "a@x"));
    engine.git().faults(push -> push ? GitFault.RACE : GitFault.NONE);
    PromotionId id = engine.propose(aChange(), "prod").id();

    engine.tick(Duration.ofMinutes(9));
    assertThat(engine.promotion(id).isLate()).isFalse();
    assertThat(wait(engine, id, A).kind()).isEqualTo(Wait.Kind.MACHINE);
    engine.tick(Duration.ofMinutes(2));

    assertThat(engine.promotion(id).isLate()).isTrue();
    assertThat(wait(engine, id, A).kind()).isEqualTo(Wait.Kind.PERSON);
    assertThat(wait(engine, id, A).steps()).contains(new NextStep.Abort(id.value()));
  }

  @Test
  void theWaitForASlotHasADeadlineThatTheRulesSet() {
    Rulebooks rules = Rulebooks.of("shop").writtenWithin(Duration.ofMinutes(10));
    ManualEngine engine = ManualEngine.of(rules.stage("prod", "a@x", "b@x").shard("x", 1));
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();

    engine.tick(Duration.ofMinutes(12));

    Promotion waiting = engine.promotion(id);
    assertThat(waiting.phase()).isEqualTo(PromotionPhase.RUNNING);
    assertThat(why(waiting, B).what())
        .startsWith("Not written within 10 min: Every slot of shard x is taken, by " + id + "/a.");
    engine.live().answer("a", LiveState.Status.LIVE);
    engine.tick(Duration.ofMinutes(1));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aRemoteThatStaysDownEndsAPromotionThatWroteNothingAfterTheTimeOfTheRules() {
    ManualEngine engine = ManualEngine.of(within(Duration.ofMinutes(10), "a@x"));
    engine.git().faults(push -> push ? GitFault.DOWN : GitFault.NONE);
    PromotionId id = engine.propose(aChange(), "prod").id();

    engine.tick(Duration.ofMinutes(8));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.RUNNING);
    engine.tick(Duration.ofMinutes(4));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.ERRORED);
  }

  @Test
  void aRemoteThatStaysDownAsksAPersonWhereSomethingIsLive() {
    ManualEngine engine = ManualEngine.of(within(Duration.ofMinutes(10), "a@x", "b@y"));
    int[] pushes = {0};
    engine.git().faults(push -> push && ++pushes[0] > 1 ? GitFault.DOWN : GitFault.NONE);
    PromotionId id = engine.propose(aChange(), "prod").id();

    engine.tick(Duration.ofHours(5));

    Promotion waiting = engine.promotion(id);
    assertThat(waiting.phase()).isEqualTo(PromotionPhase.RUNNING);
    assertThat(why(waiting, B).what()).contains("what is live of this promotion stays live");
    assertThat(engine.git().file("main", Rulebooks.file("a")).orElseThrow()).contains("shop:2");
    assertThat(engine.store().read(id)).hasSizeLessThan(20);
  }

  @Test
  void aRevertThatLosesEveryRaceGoesOnInsteadOfFailing() {
    ManualEngine engine = ManualEngine.of(within(Duration.ofHours(1), "a@x"));
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofHours(2));
    engine.git().faults(push -> push ? GitFault.RACE : GitFault.NONE);
    accepted(engine.promotions().chooseWayBack(id, Choice.REVERT, "customers wait", caller(OLGA)));

    engine.tick(Duration.ofMinutes(90));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.RUNNING);
    assertThat(why(engine.promotion(id), A).what()).contains("moved again and again");
    engine.git().faults(push -> GitFault.NONE);
    engine.tick(Duration.ofMinutes(11));

    assertThat(engine.git().file("main", Rulebooks.file("a")).orElseThrow()).contains("shop:1");
  }

  private static Reason why(Promotion promotion, TargetName target) {
    return promotion.targets().get(target).reason().orElseThrow();
  }

  private static Wait wait(ManualEngine engine, PromotionId id, TargetName target) {
    return Waits.of(engine.promotion(id), engine.rules(), engine.clock().instant()).stream()
        .filter(wait -> wait.target().equals(Optional.of(target)))
        .findFirst()
        .orElseThrow();
  }
}
