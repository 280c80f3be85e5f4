package dev.gatehouse.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argo.LiveScene.Way;
import dev.gatehouse.argo.application.ArgoApplication.Sync;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveState.Status;
import dev.gatehouse.testkit.argo.FakeApplication.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Point e: a real server compares in the second in which the sync ends, which looks like a
 * comparison from before, and then not again for minutes. So one more is asked for, and only one.
 */
class ComparedSinceTest {
  private static final Duration LATER = Duration.ofSeconds(2);
  private final LiveScene scene = new LiveScene(new Way(Sync.REQUESTED, false, false));

  @BeforeEach
  void endsAndIsComparedInOneSecond() {
    scene.begin();
    scene.argo.clock.advance(Duration.ofSeconds(5));
    end();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private void end() {
    scene.app.finishOperation(Outcome.SUCCEEDED, "").reconcile().health("Healthy", "");
  }

  private long refreshes() {
    return scene.argo.requests("refresh=");
  }

  @Test
  void nothingIsAskedForInTheSameSecond() {
    scene.waits("e");
    assertThat(refreshes()).isZero();
    assertThat(scene.read().recheckAt()).contains(scene.argo.now().plus(LATER));
  }

  @Test
  void oneComparisonInALaterSecondProvesIt() throws Exception {
    scene.waits("e");
    scene.argo.clock.advance(LATER);
    CompletableFuture<LiveState> answer = CompletableFuture.supplyAsync(scene::read);
    scene.app.awaitRefresh(Duration.ofSeconds(20)).reconcile();
    assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(LiveState.LIVE);
    assertThat(refreshes()).isOne();
  }

  /** A refresh in a loop is a load on the repository server of all teams. */
  @Test
  void aComparisonThatNeverComesIsAskedForOnce() {
    scene.waits("e");
    for (int i = 0; i < 20; i++) {
      scene.argo.clock.advance(Duration.ofMinutes(1));
      scene.waits("e");
    }
    assertThat(refreshes()).isOne();
  }

  @Test
  void theEndOfAnotherTryAsksOnceMore() {
    scene.waits("e");
    scene.argo.clock.advance(LATER);
    scene.waits("e");
    scene.editState(state -> state.put("finishedAt", scene.argo.now().toString()));
    scene.waits("e");
    assertThat(refreshes()).isOne();
    scene.argo.clock.advance(LATER);
    scene.waits("e");
    assertThat(refreshes()).isEqualTo(2);
  }

  @Test
  void aRefreshThatIsAskedForAndNotAnsweredProvesNothing() {
    scene.compared().edit(json -> annotations(json).put("argocd.argoproj.io/refresh", "normal"));
    scene.fails(Status.PROGRESSING, "e");
  }

  private static ObjectNode annotations(ObjectNode json) {
    return ((ObjectNode) json.path("metadata")).withObject("annotations");
  }
}
