package dev.gatehouse.argo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.gatehouse.argo.LiveScene.Way;
import dev.gatehouse.argo.application.ArgoApplication.Sync;
import dev.gatehouse.http.Limits;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.SyncOutcome.Asked;
import dev.gatehouse.spi.SyncOutcome.Later;
import dev.gatehouse.spi.SyncOutcome.NotNeeded;
import dev.gatehouse.spi.SyncOutcome.Refused;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.testkit.argo.ApplicationSeed;
import dev.gatehouse.testkit.argo.ApplicationSeed.SyncMode;
import dev.gatehouse.testkit.argo.FakeAccount;
import dev.gatehouse.testkit.argo.FakeApplication;
import dev.gatehouse.testkit.argo.FakeApplication.Outcome;
import dev.gatehouse.testkit.argo.Fault;
import dev.gatehouse.testkit.argo.SeenRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked of Argo CD, how often, and what is not. */
class ArgoSyncerTest {
  private static final String OTHER = "0f".repeat(20);
  private final ArgoFixture argo = new ArgoFixture();

  @AfterEach
  void end() {
    argo.close();
  }

  private SyncOutcome sync(Sync how) {
    return argo.process().syncer().sync(written(how), argo.now());
  }

  private WrittenRevision written(Sync how) {
    return argo.written(ArgoFixture.target(how));
  }

  private long syncs() {
    return argo.server.requests().stream().filter(ArgoSyncerTest::isSync).count();
  }

  private static boolean isSync(SeenRequest request) {
    return request.method().equals("POST") && request.path().endsWith("/sync");
  }

  private static Reason later(SyncOutcome outcome) {
    assertThat(outcome).isInstanceOf(Later.class);
    return ((Later) outcome).reason();
  }

  private static Reason refused(SyncOutcome outcome) {
    assertThat(outcome).isInstanceOf(Refused.class);
    return ((Refused) outcome).reason();
  }

  @Test
  void oneRequestNamesTheFullCommitAndCarriesOurId() {
    argo.application(SyncMode.MANUAL);
    for (int i = 0; i < 3; i++) {
      assertThat(sync(Sync.REQUESTED)).isEqualTo(new Asked());
    }
    SeenRequest only =
        argo.server.requests().stream().filter(ArgoSyncerTest::isSync).findAny().get();
    assertThat(syncs()).isOne();
    assertThat(only.body())
        .contains("\"revision\":\"" + ArgoFixture.R.value() + "\"")
        .contains("gatehouse-promotion", "shop-prod-1/eu-1")
        .contains("\"project\":\"default\"")
        .doesNotContain("resources", "dryRun\":true");
  }

  @Test
  void everySourceIsNamed() {
    try (LiveScene scene = new LiveScene(new Way(Sync.REQUESTED, false, true))) {
      scene.begin();
      SeenRequest request =
          scene.argo.server.requests().stream().filter(ArgoSyncerTest::isSync).findAny().get();
      assertThat(request.body())
          .contains("\"sourcePositions\":[1,2]")
          .contains("\"revisions\":[\"main\",\"" + ArgoFixture.R.value());
    }
  }

  @Test
  void whatWasAskedIsNotAskedAgainWhenItFailed() {
    FakeApplication app = argo.application(SyncMode.MANUAL);
    sync(Sync.REQUESTED);
    app.startOperation();
    assertThat(sync(Sync.REQUESTED)).isEqualTo(new Asked());
    assertThat(syncs()).isOne();
  }

  @Test
  void aLostAnswerIsNotFollowedByASecondRequest() {
    argo.application(SyncMode.MANUAL);
    for (Fault fault : List.of(Fault.answerLost(), Fault.truncated())) {
      argo.server.failNext(1, "POST", fault);
    }
    later(sync(Sync.REQUESTED));
    assertThat(sync(Sync.REQUESTED)).isEqualTo(new Asked());
    assertThat(syncs()).isOne();
  }

  @Test
  void aRequestThatNeverArrivedIsSentAgain() {
    argo.application(SyncMode.MANUAL);
    argo.server.failNext(1, "POST", Fault.unavailable("restarting"));
    later(sync(Sync.REQUESTED));
    assertThat(sync(Sync.REQUESTED)).isEqualTo(new Asked());
    assertThat(argo.server.app("shop").json().path("operation").toString())
        .contains("shop-prod-1/eu-1");
  }

  @Test
  void anotherOperationIsWaitedForAndNeverEnded() {
    FakeApplication app = argo.application(SyncMode.MANUAL);
    app.writeOperation("{\"sync\":{}}").startOperation();
    assertThat(later(sync(Sync.REQUESTED)).code()).isEqualTo(ArgoReasons.BUSY);
    app.finishOperation(Outcome.SUCCEEDED, "");
    assertThat(sync(Sync.REQUESTED)).isEqualTo(new Asked());
    assertThat(argo.requests("DELETE")).isZero();
  }

  @Test
  void autoSyncInTheWayIsRefusedBeforeItIsAsked() {
    argo.application(SyncMode.AUTOMATED);
    Reason reason = refused(sync(Sync.REQUESTED));
    assertThat(reason.code()).isEqualTo(ArgoReasons.AUTO_SYNC_IN_THE_WAY);
    assertThat(reason.next()).contains("sync: pinned");
    assertThat(syncs()).isZero();
  }

  @Test
  void aMissingRightIsWaitedForAndSaysWhichOne() {
    argo.application(SyncMode.MANUAL);
    FakeAccount reader = argo.server.access().account("reader");
    reader.allow("applications", "get", "*/*").allow("projects", "get", "*");
    SyncOutcome outcome =
        argo.process(ArgoFixture.NO_CRONS, reader.token(), Limits.standard())
            .syncer()
            .sync(written(Sync.REQUESTED), argo.now());
    Reason reason = later(outcome);
    assertThat(reason.code()).hasToString("argo-forbidden");
    assertThat(reason.next()).contains("right");
  }

  /** A rolling restart of Argo CD answers 403 for as long as its policy is not loaded. */
  @ParameterizedTest
  @EnumSource(Sync.class)
  void oneForbiddenAnswerRevertsNothingAndTheNextIsTaken(Sync how) {
    argo.application(how == Sync.REQUESTED ? SyncMode.MANUAL : SyncMode.AUTOMATED);
    argo.server.failNext(1, "/applications/", Fault.proxyPage(403));
    assertThat(later(sync(how)).code()).hasToString("argo-forbidden");
    assertThat(sync(how)).isEqualTo(new Asked());
  }

  @Test
  void oneForbiddenAnswerToARollbackIsWaitedFor() {
    argo.application(SyncMode.MANUAL);
    argo.server.failNext(1, "/applications/", Fault.proxyPage(403));
    SyncOutcome outcome = argo.process().syncer().rollBack(written(Sync.REQUESTED), argo.now());
    assertThat(later(outcome).code()).hasToString("argo-forbidden");
  }

  @Test
  void aMissingApplicationIsNotAskedAndMayAppear() {
    Reason reason = later(sync(Sync.REQUESTED));
    assertThat(reason.where()).contains("default/shop");
    assertThat(reason.next()).isNotBlank();
    assertThat(syncs()).isZero();
  }

  @Test
  void automaticLooksAtGitOnceAndAsksForNothing() {
    argo.application(SyncMode.AUTOMATED);
    argo.server.autopilot();
    assertThat(sync(Sync.AUTOMATIC)).isEqualTo(new Asked());
    assertThat(argo.requests("refresh=normal")).isOne();
    assertThat(argo.requests("POST")).isZero();
  }

  @Test
  void aRefreshThatNeverAnswersChangesNothing() {
    argo.application(SyncMode.AUTOMATED);
    assertThat(sync(Sync.AUTOMATIC)).isEqualTo(new Asked());
    assertThat(argo.requests("refresh=normal")).isOne();
  }

  @Test
  void aPinIsMovedAndThenSyncedWhereNobodyElseDoes() {
    FakeApplication app = argo.application(SyncMode.MANUAL);
    assertThat(sync(Sync.PINNED)).isEqualTo(new Asked());
    assertThat(sync(Sync.PINNED)).isEqualTo(new Asked());
    assertThat(app.json().at("/spec/source/targetRevision").asText())
        .isEqualTo(ArgoFixture.R.value());
    assertThat(argo.requests("PATCH")).isOne();
    assertThat(syncs()).isOne();
  }

  @Test
  void aPinIsOnlyMovedWhereArgoCdSyncsByItself() {
    argo.application(SyncMode.AUTOMATED);
    assertThat(sync(Sync.PINNED)).isEqualTo(new Asked());
    assertThat(argo.requests("PATCH")).isOne();
    assertThat(argo.requests("refresh=normal")).isOne();
    assertThat(syncs()).isZero();
  }

  @Test
  void aPinIsComparedBeforeItIsSet() {
    argo.application(SyncMode.MANUAL);
    sync(Sync.PINNED);
    SeenRequest patch =
        argo.server.requests().stream().filter(r -> r.method().equals("PATCH")).findAny().get();
    assertThat(patch.body())
        .contains("test")
        .contains("/spec/source/targetRevision")
        .contains("main");
  }

  @Test
  void aLostAnswerToThePinIsLookedAtAgain() {
    argo.application(SyncMode.MANUAL);
    argo.server.failNext(1, "PATCH", Fault.answerLost());
    later(sync(Sync.PINNED));
    assertThat(sync(Sync.PINNED)).isEqualTo(new Asked());
    assertThat(argo.requests("PATCH")).isOne();
    assertThat(syncs()).isOne();
  }

  @Test
  void rollbackIsNotForAutoSync() {
    argo.application(SyncMode.AUTOMATED);
    assertThat(rollBack()).isEqualTo(new NotNeeded());
    assertThat(argo.requests("/rollback")).isZero();
  }

  @Test
  void rollbackGoesToWhatWasThereBeforeAndOnlyOnce() {
    FakeApplication app = deployed(Outcome.SUCCEEDED);
    assertThat(rollBack()).isEqualTo(new Asked());
    assertThat(rollBack()).isEqualTo(new Asked());
    app.startOperation();
    assertThat(rollBack()).isEqualTo(new Asked());
    app.finishOperation(Outcome.SUCCEEDED, "");
    assertThat(rollBack()).isEqualTo(new Asked());
    assertThat(argo.requests("/rollback")).isOne();
    assertThat(app.json().at("/status/history/2/revision"))
        .isEqualTo(app.json().at("/status/history/0/revision"));
  }

  /** Half of it may be live, and the history does not know. */
  @Test
  void rollbackAlsoUndoesASyncThatFailed() {
    deployed(Outcome.FAILED);
    assertThat(rollBack()).isEqualTo(new Asked());
    assertThat(argo.requests("/rollback")).isOne();
  }

  @Test
  void rollbackWaitsForTheOperationOfSomebodyElse() {
    FakeApplication app = deployed(Outcome.SUCCEEDED);
    app.writeOperation("{\"sync\":{\"revision\":\"" + OTHER + "\"}}");
    assertThat(later(rollBack()).code()).isEqualTo(ArgoReasons.BUSY);
    assertThat(argo.requests("/rollback")).isZero();
  }

  @Test
  void rollbackNeedsAnEarlierDeployment() {
    FakeApplication app = deployed(Outcome.SUCCEEDED);
    app.edit(json -> ((ArrayNode) json.at("/status/history")).remove(0));
    Reason reason = refused(rollBack());
    assertThat(reason.code()).isEqualTo(ArgoReasons.NO_WAY_BACK);
    assertThat(reason.next()).contains("Git");
  }

  @Test
  void aServerThatIsAwayIsAskedLater() {
    argo.application(SyncMode.MANUAL);
    argo.server.close();
    assertThatCode(() -> later(sync(Sync.REQUESTED))).doesNotThrowAnyException();
  }

  private FakeApplication deployed(Outcome outcome) {
    FakeApplication app = argo.application(SyncMode.MANUAL);
    argo.server.newCommit(ApplicationSeed.REPOSITORY, "main", ArgoFixture.R.value());
    sync(Sync.REQUESTED);
    app.startOperation().finishOperation(outcome, "");
    argo.clock.advance(Duration.ofSeconds(5));
    return app;
  }

  private SyncOutcome rollBack() {
    return argo.process().syncer().rollBack(written(Sync.REQUESTED), argo.now());
  }
}
