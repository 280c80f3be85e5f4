package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.Changes.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionEvent.WayBackChosen.Choice;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.FixedRisk;
import dev.gatehouse.testkit.GitFault;
import dev.gatehouse.testkit.GitFaults;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import dev.gatehouse.testkit.ScriptedSyncer;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wave 1 is on target a; then something that is not the change goes wrong. */
class NothingLiveIsRevertedTest {
  private static final Actor OLGA = Actor.person("olga");

  /** What can go wrong without the change being at fault, and how it ends. */
  enum Trouble {
    PUSH_REFUSED {
      @Override
      void begin(ManualEngine engine) {
        engine.git().faults(push -> push ? GitFault.REFUSED : GitFault.NONE);
      }
    },
    RACE_WITHOUT_END {
      @Override
      void begin(ManualEngine engine) {
        engine.git().faults(push -> push ? GitFault.RACE : GitFault.NONE);
      }
    },
    REMOTE_DOWN {
      @Override
      void begin(ManualEngine engine) {
        engine.git().faults(push -> GitFault.DOWN);
      }
    },
    PUSH_UNANSWERED {
      @Override
      void begin(ManualEngine engine) {
        engine.git().faults(push -> push ? GitFault.DOWN : GitFault.NONE);
      }
    },
    CONTROL_PLANE_DOWN {
      @Override
      void begin(ManualEngine engine) {
        engine.live().down(true);
      }
    },
    CONTROL_PLANE_KNOWS_NOTHING {
      @Override
      void begin(ManualEngine engine) {
        engine.live().answer("b", LiveState.Status.UNKNOWN);
      }
    };

    abstract void begin(ManualEngine engine);

    static void end(ManualEngine engine) {
      engine.git().faults(GitFaults.NONE);
      engine.live().down(false).answer("b", LiveState.Status.LIVE);
    }
  }

  private static Rulebooks rules() {
    return Rulebooks.of("shop")
        .stage("prod", "a@x", "b@y")
        .controls(m -> Controls.waves(m, Slice.EACH));
  }

  private static ManualEngine engine() {
    return new ManualEngine(rules().build(), rules().repository(), FixedRisk.LOW);
  }

  /** Runs until a is written; it is live as soon as the control plane is asked again. */
  private static PromotionId untilWaveOneIsWritten(ManualEngine engine) {
    engine.live().answer("a", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.runAnyDue();
    assertThat(versionOf(engine, "a")).isEqualTo("2");
    assertThat(versionOf(engine, "b")).isEqualTo("1");
    engine.live().answer("a", LiveState.Status.LIVE);
    return id;
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void troubleOfManyHoursHoldsWithItsReasonAndGoesOnWhenItIsOver(Trouble trouble) {
    ManualEngine engine = engine();
    PromotionId id = untilWaveOneIsWritten(engine);
    trouble.begin(engine);
    engine.tick(Duration.ofHours(7));

    Promotion held = engine.promotion(id);
    assertThat(held.phase()).isEqualTo(PromotionPhase.RUNNING);
    assertThat(versionOf(engine, "a")).isEqualTo("2");
    assertThat(held.inFlight()).isNotEmpty().allMatch(state -> state.reason().isPresent());

    Trouble.end(engine);
    engine.tick(Duration.ofMinutes(30));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(reverts(engine, id)).isZero();
  }

  @Property(tries = 20)
  void noOrderOfTroublesRevertsWhatIsLive(
      @ForAll @Size(min = 1, max = 6) List<Trouble> troubles,
      @ForAll @IntRange(min = 1, max = 90) int minutes) {
    ManualEngine engine = engine();
    PromotionId id = untilWaveOneIsWritten(engine);
    for (Trouble trouble : troubles) {
      trouble.begin(engine);
      engine.tick(Duration.ofMinutes(minutes));
      assertThat(versionOf(engine, "a")).as("after %s", trouble).isEqualTo("2");
      if (minutes % 3 == 0) {
        Trouble.end(engine);
      }
    }
    Trouble.end(engine);
    engine.tick(Duration.ofHours(1));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(reverts(engine, id)).isZero();
  }

  @Test
  void aRefusedPushSaysWhyAndThatLiveTargetsStay() {
    ManualEngine engine = engine();
    engine.git().faults(push -> push ? GitFault.REFUSED : GitFault.NONE);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(5));

    TargetState waiting = engine.promotion(id).targets().get(new TargetName("a"));
    assertThat(waiting.step()).isEqualTo(TargetState.Step.STARTED);
    assertThat(waiting.reason().orElseThrow().code()).hasToString("git-push-rejected");
  }

  @Test
  void aTargetThatIsRefusedItsSyncAsksAPersonInsteadOfRevertingTheOthers() {
    ScriptedSyncer syncer = new ScriptedSyncer().refuses("b");
    ManualEngine engine = engine().syncer(syncer);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(2));

    assertThat(engine.promotion(id).stop()).isEqualTo(Promotion.Stop.ASKED);
    assertThat(engine.promotion(id).reason().orElseThrow().what())
        .contains("The change is not at fault");
    assertThat(versionOf(engine, "a")).isEqualTo("2");
    ManualEngine.accepted(
        engine.promotions().chooseWayBack(id, Choice.FORWARD, "fixed", caller(OLGA)));
    engine.runAnyDue();
    assertThat(versionOf(engine, "a")).isEqualTo("2");
  }

  @Test
  void aTargetThatTheChangeBreaksStillTakesTheOthersBack() {
    ManualEngine engine = engine();
    engine.live().answer("b", LiveState.Status.DEGRADED);
    engine.propose(aChange(), "prod");
    engine.tick(Duration.ofMinutes(2));
    assertThat(versionOf(engine, "a")).isEqualTo("1");
  }

  private static long reverts(ManualEngine engine, PromotionId id) {
    return engine.store().read(id).stream()
        .filter(recorded -> recorded.event() instanceof PromotionEvent.RollBackStarted)
        .count();
  }

  private static String versionOf(ManualEngine engine, String target) {
    String text = engine.git().file("main", Rulebooks.file(target)).orElseThrow();
    String image = text.lines().findFirst().orElseThrow();
    return image.substring(image.lastIndexOf(':') + 1);
  }
}
