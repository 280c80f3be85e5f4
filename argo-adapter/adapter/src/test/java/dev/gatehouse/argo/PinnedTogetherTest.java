package dev.gatehouse.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argo.application.ArgoApplication.Sync;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.SyncOutcome.Asked;
import dev.gatehouse.spi.SyncOutcome.Later;
import dev.gatehouse.testkit.argo.ApplicationSeed;
import dev.gatehouse.testkit.argo.ApplicationSeed.SyncMode;
import dev.gatehouse.testkit.argo.FakeApplication;
import dev.gatehouse.testkit.argo.FakeApplication.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A chart, its values and something else, the first two from the target's repository. */
class PinnedTogetherTest {
  private static final String R = ArgoFixture.R.value();
  private static final String OTHER = "https://git.example.com/other.git";
  private final ArgoFixture argo = new ArgoFixture();

  @AfterEach
  void end() {
    argo.close();
  }

  private FakeApplication application(String chart, String values, SyncMode mode) {
    FakeApplication app =
        argo.server.addApplication(
            ApplicationSeed.named("shop")
                .synced(mode)
                .from(ApplicationSeed.REPOSITORY, "charts/web", chart)
                .andFrom(ApplicationSeed.REPOSITORY, "", values)
                .andFrom(OTHER, "apps", "main"));
    return app.edit(
        json -> {
          source(json, 0).putObject("helm").putArray("valueFiles").add("$values/apps/values.yaml");
          source(json, 1).put("ref", "values").remove("path");
        });
  }

  private static ObjectNode source(ObjectNode json, int index) {
    return (ObjectNode) json.at("/spec/sources/" + index);
  }

  private static String revision(FakeApplication app, int index) {
    return source(app.json(), index).path("targetRevision").asText();
  }

  private SyncOutcome sync(Sync how) {
    return argo.process().syncer().sync(argo.written(ArgoFixture.target(how)), argo.now());
  }

  @ParameterizedTest
  @ValueSource(strings = {"main", "HEAD", "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f"})
  void onePatchMovesChartAndValuesOfTheTargetsRepositoryAndNothingElse(String chart) {
    FakeApplication app = application(chart, "main", SyncMode.AUTOMATED);
    assertThat(sync(Sync.PINNED)).isEqualTo(new Asked());
    assertThat(revision(app, 0)).isEqualTo(R);
    assertThat(revision(app, 1)).isEqualTo(R);
    assertThat(revision(app, 2)).isEqualTo("main");
    assertThat(argo.requests("PATCH")).isOne();
  }

  @Test
  void aSourceThatNamesNoRevisionFollowsHeadAndIsMovedToo() {
    FakeApplication app = application("main", "main", SyncMode.AUTOMATED);
    app.edit(json -> source(json, 0).remove("targetRevision"));
    assertThat(sync(Sync.PINNED)).isEqualTo(new Asked());
    assertThat(revision(app, 0)).isEqualTo(R);
  }

  @Test
  void aSourceOnATagIsLeftAlone() {
    FakeApplication app = application("v1.2", "main", SyncMode.AUTOMATED);
    assertThat(sync(Sync.PINNED)).isEqualTo(new Asked());
    assertThat(revision(app, 0)).isEqualTo("v1.2");
    assertThat(revision(app, 1)).isEqualTo(R);
  }

  @Test
  void valuesOnATagHoldThePinBeforeTheWriteAndMoveNothing() {
    application("main", "v1.2", SyncMode.AUTOMATED);
    var held = argo.process().syncer().hold(ArgoFixture.target(Sync.PINNED), argo.now());
    assertThat(held.orElseThrow().reason().what()).contains("Source 2 is at 'v1.2'");
    assertThat(sync(Sync.PINNED)).isInstanceOf(Later.class);
    assertThat(argo.requests("PATCH")).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUESTED", "PINNED"})
  void aRequestNamesTheRevisionForChartAndValues(Sync how) {
    FakeApplication app = application("main", "main", SyncMode.MANUAL);
    assertThat(sync(how)).isEqualTo(new Asked());
    assertThat(app.json().at("/operation/sync/revisions").toString())
        .startsWith("[\"%s\",\"%s\",\"".formatted(R, R))
        .doesNotEndWith(R + "\"]");
  }

  @ParameterizedTest
  @EnumSource(Sync.class)
  void valuesThatStayBehindTheirChartDoNotCountAsLive(Sync how) {
    boolean byHand = how == Sync.REQUESTED;
    FakeApplication app =
        application("main", "main", byHand ? SyncMode.MANUAL : SyncMode.AUTOMATED);
    argo.server.newCommit(ApplicationSeed.REPOSITORY, "main", R, "apps");
    sync(how);
    app.reconcile().startOperation();
    argo.clock.advance(Duration.ofSeconds(5));
    app.finishOperation(Outcome.SUCCEEDED, "");
    argo.clock.advance(Duration.ofSeconds(5));
    app.reconcile().health("Healthy", "");
    for (int behind : new int[] {0, 1}) {
      app.edit(
          json ->
              ((com.fasterxml.jackson.databind.node.ArrayNode) json.at("/status/sync/revisions"))
                  .set(behind, "0f".repeat(20)));
      var state =
          argo.process().liveStateReader().read(argo.written(ArgoFixture.target(how)), argo.now());
      assertThat(state.reason().orElseThrow().where()).endsWith("point f");
      app.reconcile();
    }
  }
}
