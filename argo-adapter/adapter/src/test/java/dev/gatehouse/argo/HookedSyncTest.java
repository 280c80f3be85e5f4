package dev.gatehouse.argo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.spi.LiveState.Status;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.testkit.argo.FakeApplication.Outcome;
import dev.gatehouse.testkit.argo.FakeHook;
import dev.gatehouse.testkit.argo.FakeHook.Phase;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A sync that runs hooks is waited for by their names, and fails with them. */
class HookedSyncTest {
  private static final FakeHook MIGRATE = FakeHook.job(Phase.PRE_SYNC, "migrate");
  private static final FakeHook SMOKE = FakeHook.job(Phase.POST_SYNC, "smoke");

  private static LiveScene begun(LiveScene scene, FakeHook hook) {
    scene.app.runsHooks(hook);
    return scene.begin();
  }

  @TestFactory
  Stream<DynamicTest> theHookThatIsWaitedForIsNamed() {
    return Ways.all(
        scene -> {
          begun(scene, MIGRATE);
          assertThat(scene.waits("c").what())
              .contains("runs", "waiting for completion of hook batch/Job/migrate");
          assertThat(scene.read().observed().orElseThrow().operation()).isEqualTo("Running");
        });
  }

  @TestFactory
  Stream<DynamicTest> whatWaitsForAHookIsNotAskedForAgain() {
    return Ways.those(
        LiveScene.Way::needsOurOperation,
        scene -> {
          begun(scene, MIGRATE);
          String version = scene.app.json().at("/metadata/resourceVersion").asText();
          assertThat(scene.sync()).isEqualTo(new SyncOutcome.Asked());
          assertThat(scene.app.json().at("/metadata/resourceVersion").asText()).isEqualTo(version);
        });
  }

  @TestFactory
  Stream<DynamicTest> aHookThatSucceedsLetsTheRevisionGoLive() {
    return Ways.all(
        scene -> {
          begun(scene, MIGRATE).app.finishHook("migrate", Outcome.SUCCEEDED, "");
          scene.compared().live();
        });
  }

  @TestFactory
  Stream<DynamicTest> aHookThatFailsFailsThePromotion() {
    return Ways.all(
        scene -> {
          begun(scene, MIGRATE).app.finishHook("migrate", Outcome.FAILED, "exit code 1");
          var reason = scene.fails(Status.DEGRADED, "c");
          assertThat(reason.what())
              .contains("Failed", "completed unsuccessfully")
              .endsWith("; failed: PreSync hook Job migrate (exit code 1).");
          assertThat(reason.next()).contains("hooks");
        });
  }

  @TestFactory
  Stream<DynamicTest> onlyTheFirstOfManyFailuresAreNamedAndWhatTheyWroteIsCut() {
    return Ways.all(
        scene -> {
          FakeHook[] hooks =
              Stream.of("a", "b", "c", "d", "e")
                  .map(name -> FakeHook.job(Phase.PRE_SYNC, name))
                  .toArray(FakeHook[]::new);
          scene.app.runsHooks(hooks);
          scene.begin();
          for (FakeHook hook : hooks) {
            scene.app.finishHook(hook.name(), Outcome.FAILED, "no\n".repeat(1_000));
          }
          assertThat(scene.fails(Status.DEGRADED, "c").what())
              .contains("PreSync hook Job a (no no ", "PreSync hook Job c (")
              .endsWith(" and 2 more.")
              .hasSizeLessThan(1_500)
              .doesNotContain("Job d", "\n");
        });
  }

  @TestFactory
  Stream<DynamicTest> whatIsAppliedAndHealthyStillWaitsForTheHookAfterwards() {
    return Ways.all(
        scene -> {
          begun(scene, SMOKE).app.controllerStep();
          scene.compared();
          assertThat(scene.waits("c").what()).contains("batch/Job/smoke");
          scene.app.finishHook("smoke", Outcome.FAILED, "");
          scene.fails(Status.DEGRADED, "c");
        });
  }

  @TestFactory
  Stream<DynamicTest> aSyncThatIsEndedWhileAHookRunsFailsThePromotion() {
    return Ways.all(
        scene -> {
          begun(scene, MIGRATE).editState(state -> state.put("phase", "Terminating"));
          assertThat(scene.waits("c").what()).contains("is being ended");
          scene.app.controllerStep();
          assertThat(scene.fails(Status.DEGRADED, "c").what()).contains("Operation terminated");
        });
  }
}
