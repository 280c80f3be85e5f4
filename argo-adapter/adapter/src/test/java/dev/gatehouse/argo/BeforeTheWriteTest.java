package dev.gatehouse.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argo.application.ArgoApplication.Sync;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.stage.Target;
import dev.gatehouse.testkit.argo.ApplicationSeed.SyncMode;
import dev.gatehouse.testkit.argo.FakeApplication;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is known of an application before anything is written for it. */
class BeforeTheWriteTest {
  private final ArgoFixture argo = new ArgoFixture();

  @AfterEach
  void close() {
    argo.close();
  }

  @Test
  void anApplicationThatIsDegradedBeforeIsSaidWithTheCodeOfLaterBadHealth() {
    FakeApplication app = argo.application(SyncMode.AUTOMATED);
    app.health("Degraded", "image cannot be pulled");
    Target target = ArgoFixture.target(Sync.AUTOMATIC);

    var ill = argo.process().liveStateReader().illBefore(target, argo.now()).orElseThrow();

    assertThat(ill.code()).hasToString("argo-not-healthy");
    assertThat(ill.what()).contains("Degraded").contains("image cannot be pulled");
  }

  @Test
  void aHealthyProgressingOrMissingApplicationIsNotIllBefore() {
    Target target = ArgoFixture.target(Sync.AUTOMATIC);
    assertThat(argo.process().liveStateReader().illBefore(target, argo.now())).isEmpty();
    FakeApplication app = argo.application(SyncMode.AUTOMATED);
    for (String health : new String[] {"Healthy", "Progressing", "Missing"}) {
      app.health(health, "");
      assertThat(argo.process().liveStateReader().illBefore(target, argo.now())).isEmpty();
    }
  }

  @Test
  void anApplicationWithASourceHydratorIsHeldBeforeTheWriteWhoeverSyncsIt() {
    FakeApplication app = argo.application(SyncMode.AUTOMATED);
    app.edit(json -> ((ObjectNode) json.path("spec")).putObject("sourceHydrator"));
    for (Sync sync : Sync.values()) {
      var held = argo.process().syncer().hold(ArgoFixture.target(sync), argo.now()).orElseThrow();
      assertThat(held.reason().code()).hasToString("argo-source-hydrator");
      assertThat(held.reason().where()).contains("application default/shop");
    }
  }

  @TestFactory
  Stream<DynamicTest> aSuspendedApplicationCountsAsHealthyOnlyWhereThatIsTolerated() {
    return Ways.all(
        scene -> {
          scene.deployed().app.health("Suspended", "a Job is suspended");
          assertThat(scene.waits("g").next()).contains("toleratesSuspended: true");
          assertThat(scene.read().synced()).isTrue();
          ArgoApplication rules = ArgoApplication.following(scene.written().target()).orElseThrow();
          assertThat(scene.read(rules.toleratingSuspended(true))).isEqualTo(LiveState.LIVE);
        });
  }

  @TestFactory
  Stream<DynamicTest> whileOnlyHealthIsAwaitedTheRevisionCountsAsSynced() {
    return Ways.all(
        scene -> {
          assertThat(scene.begin().read().synced()).isFalse();
          scene.argo.clock.advance(Duration.ofSeconds(5));
          scene.app.finishOperation(
              dev.gatehouse.testkit.argo.FakeApplication.Outcome.SUCCEEDED, "");
          scene.compared().app.health("Progressing", "");
          assertThat(scene.read().synced()).isTrue();
          assertThat(Optional.of(scene.read().status())).contains(LiveState.Status.PROGRESSING);
        });
  }
}
