package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Changes.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import dev.gatehouse.testkit.ScriptedControlPlane;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ControlPlaneKindsTest {
  private static final TargetName A = new TargetName("a");
  private final ManualEngine engine =
      ManualEngine.of(
          Rulebooks.of("shop")
              .followedBy(new ScriptedControlPlane.Settings("shop-a"))
              .stage("prod", "a@eu"));

  @Test
  void aTargetIsMadeLiveByTheControlPlaneOfItsKind() {
    ScriptedControlPlane plane = new ScriptedControlPlane();
    plane.live().answer("a", LiveState.Status.PROGRESSING);
    engine.controlPlane(plane);

    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(5));
    assertThat(plane.syncs().started()).hasSize(1);
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.RUNNING);

    plane.live().answer("a", LiveState.Status.LIVE);
    engine.tick(Duration.ofMinutes(5));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void nothingIsWrittenWhereNoAdapterKnowsTheKindOfTheControlPlane() {
    String before = engine.git().file(Rulebooks.BRANCH, Rulebooks.file("a")).orElseThrow();
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(20));

    Reason held = engine.promotion(id).targets().get(A).reason().orElseThrow();
    assertThat(held.code()).hasToString("control-plane-missing");
    assertThat(held.what()).contains("'scripted'");
    assertThat(engine.git().file(Rulebooks.BRANCH, Rulebooks.file("a"))).contains(before);

    engine.controlPlane(new ScriptedControlPlane()).tick(Duration.ofMinutes(10));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }
}
