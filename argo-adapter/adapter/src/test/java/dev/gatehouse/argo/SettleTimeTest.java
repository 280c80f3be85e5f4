package dev.gatehouse.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argo.LiveScene.Way;
import dev.gatehouse.argo.application.ArgoApplication.Sync;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveState.Status;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Health counts when it has been for a while: what is seen first may be that of before. */
class SettleTimeTest {
  private static final Duration SETTLE = Duration.ofSeconds(30);
  private final LiveScene scene =
      new LiveScene(new Way(Sync.AUTOMATIC, true, false)).settling(SETTLE);

  @AfterEach
  void close() {
    scene.close();
  }

  private void pass(long seconds) {
    scene.argo.clock.advance(Duration.ofSeconds(seconds));
  }

  private void settles(String health) {
    LiveState state = scene.read();
    assertThat(state.status()).as(state::toString).isEqualTo(Status.PROGRESSING);
    assertThat(state.reason().orElseThrow().code()).hasToString("argo-settling");
    assertThat(state.reason().orElseThrow().what()).contains(health, "30 s");
  }

  @Test
  void healthyCountsOnceItHasStoodForTheSettleTime() {
    scene.deployed();
    settles("Healthy");
    assertThat(scene.read().recheckAt()).contains(scene.argo.now().plus(SETTLE));
    pass(29);
    settles("Healthy");
    pass(1);
    scene.live();
  }

  /** The old pods are still healthy; then the new ones come up and are not. */
  @Test
  void theHealthOfBeforeIsOutlived() {
    scene.deployed();
    settles("Healthy");
    pass(10);
    scene.app.health("Progressing", "new pods");
    scene.waits("g");
    pass(25);
    scene.app.health("Healthy", "");
    settles("Healthy");
    pass(29);
    settles("Healthy");
    pass(1);
    scene.live();
  }

  /** What the promotion came to fix is still ill for a moment after its sync. */
  @Test
  void degradedFromBeforeDoesNotFailThePromotion() {
    scene.deployed().app.health("Degraded", "old pods");
    settles("Degraded");
    pass(20);
    scene.app.health("Healthy", "");
    settles("Healthy");
    pass(30);
    scene.live();
  }

  @Test
  void degradedThatStaysFailsIt() {
    scene.deployed().app.health("Degraded", "no pods");
    settles("Degraded");
    pass(30);
    assertThat(scene.fails(Status.DEGRADED, "g").what()).contains("no pods");
  }

  /** Its message may change from one look to the next, such as a count of pods. */
  @Test
  void anotherMessageOfTheSameHealthIsTheSameHealth() {
    scene.deployed().app.health("Degraded", "1 of 3 pods");
    settles("Degraded");
    pass(30);
    scene.edit(json -> ((ObjectNode) json.at("/status/health")).put("message", "2 of 3 pods"));
    scene.fails(Status.DEGRADED, "g");
  }

  @Test
  void whatFailsAnotherPointInBetweenSettlesAnew() {
    scene.deployed();
    settles("Healthy");
    pass(29);
    scene.app.condition("ComparisonError", "no manifests");
    scene.waits("h");
    scene.edit(json -> ((ObjectNode) json.path("status")).remove("conditions"));
    pass(5);
    settles("Healthy");
    pass(30);
    scene.live();
  }
}
