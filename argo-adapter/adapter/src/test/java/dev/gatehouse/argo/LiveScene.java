package dev.gatehouse.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argo.application.ArgoApplication.Newer;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.Ancestry;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.testkit.argo.ApplicationSeed;
import dev.gatehouse.testkit.argo.ApplicationSeed.SyncMode;
import dev.gatehouse.testkit.argo.FakeApplication;
import dev.gatehouse.testkit.argo.FakeApplication.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** An application that one promotion is under way on; a test spoils it and looks. */
final class LiveScene implements AutoCloseable {
  private static final String VALUES = "https://git.example.com/values.git";
  final ArgoFixture argo = new ArgoFixture();
  final Way way;
  final FakeApplication app;
  private ArgoApplication rules;
  private ArgoCd process;
  private LiveStateReader reader;

  /** A way to make it live, with one source or with ours as the second of two. */
  record Way(ArgoApplication.Sync sync, boolean automated, boolean several) {
    boolean needsOurOperation() {
      return !automated;
    }

    @Override
    public String toString() {
      return sync + (automated ? ", auto-sync on" : "") + (several ? ", two sources" : "");
    }
  }

  LiveScene(Way way) {
    this.way = way;
    ApplicationSeed seed =
        ApplicationSeed.named("shop")
            .synced(way.automated() ? SyncMode.AUTOMATED : SyncMode.MANUAL);
    seed =
        way.several()
            ? seed.from(VALUES, "values", "main")
                .andFrom(ApplicationSeed.REPOSITORY, "apps", "main")
            : seed.from(ApplicationSeed.REPOSITORY, "apps", "main");
    this.app = argo.server.addApplication(seed);
    this.rules = rules(Newer.REFUSED, false, Duration.ZERO);
    this.process = argo.process();
    this.reader = process.liveStateReader();
  }

  private ArgoApplication rules(Newer newer, boolean drift, Duration settle) {
    return new ArgoApplication(
        "shop", "default", Optional.empty(), way.sync(), newer, drift, settle);
  }

  LiveScene following(Newer newer, Ancestry.Relation relation) {
    this.rules = rules(newer, false, Duration.ZERO);
    argo.ancestry((target, live, promoted) -> relation);
    this.process = argo.process();
    this.reader = process.liveStateReader();
    return this;
  }

  LiveScene toleratingDrift() {
    this.rules = rules(Newer.REFUSED, true, Duration.ZERO);
    return this;
  }

  LiveScene settling(Duration settle) {
    this.rules = rules(Newer.REFUSED, false, settle);
    return this;
  }

  WrittenRevision written() {
    return argo.written(ArgoFixture.target(rules));
  }

  /** Puts the revision into Git, below these paths, without anybody asking for it. */
  LiveScene commit(String... paths) {
    argo.server.newCommit(ApplicationSeed.REPOSITORY, "main", ArgoFixture.R.value(), paths);
    return this;
  }

  /** Has the sync of the revision begin. */
  LiveScene begin() {
    commit();
    if (way.sync() != ArgoApplication.Sync.AUTOMATIC) {
      // As the engine does: on a slow machine the short patience of the fixture may run out.
      SyncOutcome outcome = sync();
      for (int i = 0; i < 20 && outcome instanceof SyncOutcome.Later; i++) {
        outcome = sync();
      }
      assertThat(outcome).isEqualTo(new SyncOutcome.Asked());
    }
    if (way.automated()) {
      app.reconcile();
    }
    app.startOperation();
    return this;
  }

  /** Has the revision live, all points good. */
  LiveScene deployed() {
    begin();
    argo.clock.advance(Duration.ofSeconds(5));
    app.finishOperation(Outcome.SUCCEEDED, "");
    return compared();
  }

  /** Has the controller compare, a while later. */
  LiveScene compared() {
    argo.clock.advance(Duration.ofSeconds(5));
    app.reconcile();
    app.health("Healthy", "");
    return this;
  }

  LiveScene edit(Consumer<ObjectNode> change) {
    app.edit(change);
    return this;
  }

  LiveScene editState(Consumer<ObjectNode> change) {
    return edit(json -> change.accept((ObjectNode) json.at("/status/operationState")));
  }

  LiveScene editToldSync(Consumer<ObjectNode> change) {
    return editState(state -> change.accept((ObjectNode) state.at("/operation/sync")));
  }

  SyncOutcome sync() {
    return process.syncer().sync(written(), argo.now());
  }

  LiveState read() {
    return reader.read(written(), argo.now());
  }

  LiveState read(ArgoApplication others) {
    return reader.read(argo.written(ArgoFixture.target(others)), argo.now());
  }

  void live() {
    LiveState state = read();
    assertThat(state).as(() -> state.toString()).isEqualTo(LiveState.LIVE);
  }

  /** Requires that just this point fails, and that a person receives what to do. */
  Reason fails(LiveState.Status status, String letter) {
    LiveState state = read();
    assertThat(state.status()).as(state::toString).isEqualTo(status);
    Reason reason = state.reason().orElseThrow();
    assertThat(reason.where()).as(reason::toString).endsWith("point " + letter);
    assertThat(reason.next()).isNotBlank();
    assertThat(state.recheckAt().orElseThrow()).isAfter(argo.now());
    return reason;
  }

  Reason waits(String letter) {
    return fails(LiveState.Status.PROGRESSING, letter);
  }

  @Override
  public void close() {
    argo.close();
  }
}
