package dev.gatehouse.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argo.LiveScene.Way;
import dev.gatehouse.argo.application.ArgoApplication.Sync;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveState.Status;
import dev.gatehouse.testkit.argo.FakeWindow.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each of the eight points fails for just its own reason, in every way to make it live. */
class ArgoLiveStateReaderTest {
  private static final String OLD = "0f".repeat(20);

  @TestFactory
  Stream<DynamicTest> allPointsHoldOnceDeployed() {
    return Ways.all(scene -> scene.deployed().live());
  }

  @TestFactory
  Stream<DynamicTest> pointAAnApplicationThatIsBeingDeletedWaitsAndFailsNothing() {
    return Ways.all(
        scene -> {
          scene.deployed().edit(LiveScenes.deleting());
          scene.waits("a");
        });
  }

  @TestFactory
  Stream<DynamicTest> pointAAutomaticWaitsForAutoSyncToBeOn() {
    return Ways.those(
        way -> way.sync() == Sync.AUTOMATIC,
        scene -> {
          scene.deployed().edit(json -> spec(json).remove("syncPolicy"));
          assertThat(scene.waits("a").next()).contains("Turn it on");
        });
  }

  @TestFactory
  Stream<DynamicTest> pointAAPinThatSomebodyElseMovedIsNamed() {
    return Ways.those(
        way -> way.sync() == Sync.PINNED,
        scene -> {
          scene.deployed().edit(json -> source(json, scene.way).put("targetRevision", OLD));
          assertThat(scene.waits("a").what()).contains(OLD);
        });
  }

  /** Argo-cd issue 542: Synced at R, Healthy, Succeeded, and all of it from before. */
  @TestFactory
  Stream<DynamicTest> pointBAnOlderOperationsSuccessIsNotOurs() {
    return Ways.those(
        way -> way.sync() == Sync.REQUESTED,
        scene -> {
          scene.commit("elsewhere").compared();
          assertThat(scene.waits("b").next()).contains("argocd app sync shop");
        });
  }

  @TestFactory
  Stream<DynamicTest> pointBAnotherOperationTookThePlaceOfOurs() {
    return Ways.those(
        Way::needsOurOperation,
        scene -> {
          scene.deployed();
          scene.editState(
              state -> {
                ObjectNode operation = (ObjectNode) state.path("operation");
                operation.putObject("initiatedBy").put("username", "mallory");
                operation.remove("info");
              });
          assertThat(scene.waits("b").what()).contains("mallory");
        });
  }

  @TestFactory
  Stream<DynamicTest> pointBNoOperationProvesNothing() {
    return Ways.those(
        Way::needsOurOperation,
        scene -> {
          scene.deployed().edit(json -> status(json).remove("operationState"));
          scene.waits("b");
        });
  }

  /** Running, with an end and a count of tries: the next try is coming. */
  @TestFactory
  Stream<DynamicTest> pointCATryThatWaitsForItsRetryIsNotOver() {
    return Ways.all(
        scene -> {
          scene.deployed().editState(s -> s.put("phase", "Running").put("retryCount", 1));
          assertThat(scene.waits("c").what()).contains("try 2");
        });
  }

  @TestFactory
  Stream<DynamicTest> pointCARunningOperationIsWaitedFor() {
    return Ways.all(scene -> scene.begin().waits("c"));
  }

  @TestFactory
  Stream<DynamicTest> whatArgoCdShowsIsToldBesidesTheReason() {
    return Ways.all(
        scene -> {
          scene.begin();
          assertThat(scene.read().observed().orElseThrow().operation()).isEqualTo("Running");
          scene.app.failTryAndWaitForRetry("no quota");
          assertThat(scene.read().observed().orElseThrow().operation()).isEqualTo("Running, try 2");
        });
  }

  @TestFactory
  Stream<DynamicTest> pointCAnOperationThatHasNotBegunIsWaitedFor() {
    return Ways.all(
        scene -> {
          scene.deployed();
          scene.app.writeOperation("{\"sync\":{},\"initiatedBy\":{\"username\":\"kubectl\"}}");
          assertThat(scene.waits("c").what()).contains("kubectl").contains("not begun");
        });
  }

  @TestFactory
  Stream<DynamicTest> pointCAFailedSyncFailsThePromotion() {
    return Stream.of("Failed", "Error")
        .flatMap(
            phase ->
                Ways.all(
                    scene -> {
                      scene.deployed();
                      scene.editState(s -> s.put("phase", phase).put("message", "hook said no"));
                      String what = scene.fails(Status.DEGRADED, "c").what();
                      assertThat(what).contains(phase).contains("hook said no");
                    }));
  }

  /** Argo-cd issue 29636. */
  @TestFactory
  Stream<DynamicTest> pointCSucceededWithoutResultIsUnknown() {
    return Ways.all(
        scene -> {
          scene.deployed().editState(s -> s.remove(List.of("syncResult", "finishedAt")));
          scene.fails(Status.UNKNOWN, "c");
        });
  }

  @TestFactory
  Stream<DynamicTest> pointCAnUnknownPhaseIsUnknown() {
    return Ways.all(
        scene -> {
          scene.deployed().editState(s -> s.put("phase", "Dreaming"));
          scene.fails(Status.UNKNOWN, "c");
        });
  }

  @TestFactory
  Stream<DynamicTest> pointDADryRunDeploysNothing() {
    return Ways.those(
        Way::needsOurOperation,
        scene -> {
          scene.deployed().editToldSync(sync -> sync.put("dryRun", true));
          scene.waits("d");
        });
  }

  @TestFactory
  Stream<DynamicTest> pointDAFailedDryRunOfSomebodyElseIsNoVerdict() {
    return Ways.those(
        Way::automated,
        scene -> {
          scene.deployed().editToldSync(sync -> sync.put("dryRun", true));
          scene.editState(state -> state.put("phase", "Failed"));
          scene.live();
        });
  }

  @TestFactory
  Stream<DynamicTest> pointDAPartialSyncRanNoHooks() {
    return Ways.all(
        scene -> {
          scene.deployed().editToldSync(sync -> sync.putArray("resources").addObject());
          scene.edit(json -> status(json).putArray("history"));
          scene.waits("d");
        });
  }

  @TestFactory
  Stream<DynamicTest> pointDTheApplyStrategyRanNoHooks() {
    return Ways.all(
        scene -> {
          scene.deployed();
          scene.editToldSync(sync -> sync.putObject("syncStrategy").putObject("apply"));
          scene.waits("d");
        });
  }

  @TestFactory
  Stream<DynamicTest> pointDHealingAfterAFullSyncIsNoSetback() {
    return Ways.those(
        Way::automated,
        scene -> {
          scene.deployed().editToldSync(sync -> sync.putArray("resources").addObject());
          scene.editState(state -> state.put("startedAt", scene.argo.now().toString()));
          scene.live();
        });
  }

  @TestFactory
  Stream<DynamicTest> pointDAnotherRevisionWasDeployed() {
    return Ways.those(
        Way::needsOurOperation,
        scene -> {
          scene.deployed();
          scene.editState(
              state -> LiveScenes.revision((ObjectNode) state.path("syncResult"), scene.way, OLD));
          scene.waits("d");
        });
  }

  @TestFactory
  Stream<DynamicTest> pointDTheSourcesWereChangedAfterTheSync() {
    return Ways.those(
        Way::needsOurOperation,
        scene -> {
          scene
              .deployed()
              .edit(
                  json ->
                      source(json, scene.way).putObject("kustomize").put("namePrefix", "other-"));
          scene.waits("d");
        });
  }

  @TestFactory
  Stream<DynamicTest> pointFTheComparisonWasWithOtherSources() {
    return Ways.those(
        Way::automated,
        scene -> {
          scene
              .deployed()
              .edit(
                  json ->
                      source(json, scene.way).putObject("kustomize").put("namePrefix", "other-"));
          scene.waits("f");
        });
  }

  @TestFactory
  Stream<DynamicTest> pointFTheComparisonWasWithAnotherRevision() {
    return Ways.all(
        scene -> {
          scene.deployed();
          scene.edit(
              json -> LiveScenes.revision((ObjectNode) json.at("/status/sync"), scene.way, OLD));
          assertThat(scene.waits("f").what()).contains(OLD.substring(0, 8));
        });
  }

  @TestFactory
  Stream<DynamicTest> pointFDriftIsOutOfSync() {
    return Ways.all(
        scene -> {
          scene.deployed();
          scene.app.drift().reconcile();
          if (scene.app.json().has("operation")) {
            scene.edit(json -> json.remove("operation"));
          }
          assertThat(scene.waits("f").what()).contains("Deployment shop");
        });
  }

  @TestFactory
  Stream<DynamicTest> pointFDriftIsToleratedOnlyWhereTheTargetSaysSo() {
    return Ways.all(
        scene -> {
          scene.deployed().toleratingDrift();
          scene.app.drift().reconcile();
          scene.edit(json -> json.remove("operation"));
          scene.live();
        });
  }

  @TestFactory
  Stream<DynamicTest> pointFWhatWasNeverDeployedIsNoDrift() {
    return Ways.those(
        way -> way.sync() == Sync.AUTOMATIC,
        scene -> {
          scene.toleratingDrift().commit().compared().edit(json -> json.remove("operation"));
          scene.waits("f");
        });
  }

  @TestFactory
  Stream<DynamicTest> pointFAnUnknownComparisonIsUnknown() {
    return Ways.all(
        scene -> {
          scene.deployed();
          scene.edit(json -> ((ObjectNode) json.at("/status/sync")).put("status", "Unknown"));
          scene.fails(Status.UNKNOWN, "f");
        });
  }

  /** Automatic sync that a window holds back leaves no trace in the application itself. */
  @TestFactory
  Stream<DynamicTest> pointFAClosedWindowIsTheReasonWhereArgoCdSyncsByItself() {
    return Ways.those(
        way -> way.sync() == Sync.AUTOMATIC,
        scene -> {
          scene
              .argo
              .server
              .project("default")
              .addWindow(Kind.DENY, "0 8 * * *", "4h", "*")
              .active(true);
          scene.commit().compared().edit(json -> json.remove("operation"));
          LiveState state = scene.read();
          assertThat(state.status()).isEqualTo(Status.PROGRESSING);
          assertThat(state.reason().orElseThrow().code()).isEqualTo(ArgoReasons.WINDOW_CLOSED);
        });
  }

  @TestFactory
  Stream<DynamicTest> pointGEveryHealthButHealthyIsTold() {
    return Stream.of("Degraded", "Progressing", "Missing", "Suspended", "Unknown", "Fabulous", "")
        .flatMap(health -> Ways.all(scene -> isIll(scene, health)));
  }

  private static void isIll(LiveScene scene, String health) {
    scene.deployed().app.health(health, "no pods");
    Status status =
        switch (health) {
          case "Degraded" -> Status.DEGRADED;
          case "Progressing", "Missing", "Suspended" -> Status.PROGRESSING;
          default -> Status.UNKNOWN;
        };
    assertThat(scene.fails(status, "g").what()).contains("no pods");
  }

  @TestFactory
  Stream<DynamicTest> pointHAnErrorConditionIsNamed() {
    return Stream.of("ComparisonError", "InvalidSpecError", "SyncError")
        .flatMap(
            type ->
                Ways.all(
                    scene -> {
                      scene.deployed().app.condition(type, "helm is unhappy");
                      assertThat(scene.waits("h").what()).contains(type, "helm is unhappy");
                    }));
  }

  private static ObjectNode spec(ObjectNode json) {
    return (ObjectNode) json.path("spec");
  }

  private static ObjectNode status(ObjectNode json) {
    return (ObjectNode) json.path("status");
  }

  private static ObjectNode source(ObjectNode json, Way way) {
    return (ObjectNode) json.at(way.several() ? "/spec/sources/1" : "/spec/source");
  }
}
