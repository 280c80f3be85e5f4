package dev.gatehouse.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argo.application.ArgoApplication.Sync;
import dev.gatehouse.argo.window.Daily;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.testkit.argo.ApplicationSeed.SyncMode;
import dev.gatehouse.testkit.argo.FakeWindow;
import dev.gatehouse.testkit.argo.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Windows are waited for until the moment at which they open, and never fought; now is 09:00. */
class SyncWindowTest {
  private final ArgoFixture argo = new ArgoFixture();

  @BeforeEach
  void plant() {
    argo.application(SyncMode.MANUAL);
  }

  @AfterEach
  void end() {
    argo.close();
  }

  private FakeWindow window(FakeWindow.Kind kind, String schedule, String length) {
    return argo.server.project("default").addWindow(kind, schedule, length, "*");
  }

  private SyncOutcome sync() {
    return argo.process(Daily.CRONS)
        .syncer()
        .sync(argo.written(ArgoFixture.target(Sync.REQUESTED)), argo.now());
  }

  private Optional<SyncOutcome.Later> hold(Sync way) {
    return argo.process(Daily.CRONS).syncer().hold(ArgoFixture.target(way), argo.now());
  }

  private SyncOutcome.Later closed() {
    SyncOutcome.Later later = (SyncOutcome.Later) sync();
    assertThat(later.reason().code()).isEqualTo(ArgoReasons.WINDOW_CLOSED);
    assertThat(argo.requests("POST")).isZero();
    return later;
  }

  @Test
  void aDenyWindowOpensWhenItEnds() {
    window(FakeWindow.Kind.DENY, "30 8 * * *", "1h15m").active(true);
    SyncOutcome.Later later = closed();
    assertThat(later.recheckAt()).isEqualTo(Instant.parse("2026-11-23T09:45:00Z"));
    assertThat(later.reason().what()).contains("2026-11-23 09:45 UTC");
  }

  @Test
  void outsideOfAllAllowWindowsTheNextOneOpensInItsOwnTimeZone() {
    window(FakeWindow.Kind.ALLOW, "0 14 * * *", "2h");
    argo.server
        .project("default")
        .edit(
            json ->
                ((ObjectNode) json.at("/spec/syncWindows/0")).put("timeZone", "America/New_York"));
    assertThat(closed().recheckAt()).isEqualTo(Instant.parse("2026-11-23T19:00:00Z"));
  }

  @Test
  void aDenyInsideAnAllowIsWaitedOutToo() {
    window(FakeWindow.Kind.ALLOW, "0 10 * * *", "4h");
    window(FakeWindow.Kind.DENY, "0 8 * * *", "3h").active(true);
    assertThat(closed().recheckAt()).isEqualTo(Instant.parse("2026-11-23T11:00:00Z"));
  }

  @Test
  void aWindowThatLetsManualSyncsThroughClosesNothing() {
    window(FakeWindow.Kind.DENY, "30 8 * * *", "1h").active(true).manualSync();
    assertThat(sync()).isEqualTo(new SyncOutcome.Asked());
  }

  /** Automatic sync is held where a sync by hand is let through. */
  @Test
  void whatIsHeldBeforeAWriteDependsOnWhoSyncs() {
    window(FakeWindow.Kind.DENY, "30 8 * * *", "1h").active(true).manualSync();
    assertThat(hold(Sync.REQUESTED)).isEmpty();
    assertThat(hold(Sync.PINNED)).isEmpty();
    assertThat(hold(Sync.AUTOMATIC).orElseThrow().recheckAt())
        .isEqualTo(Instant.parse("2026-11-23T09:30:00Z"));
    argo.server.app("shop").edit(json -> automated((ObjectNode) json.path("spec")));
    assertThat(hold(Sync.PINNED).orElseThrow().reason().what()).contains("09:30 UTC");
    assertThat(argo.server.requests()).noneMatch(request -> !request.method().equals("GET"));
  }

  private static void automated(ObjectNode spec) {
    spec.putObject("syncPolicy").putObject("automated");
  }

  @Test
  void outsideOfAllAllowWindowsAutomaticSyncIsHeldToo() {
    window(FakeWindow.Kind.ALLOW, "0 14 * * *", "2h");
    assertThat(hold(Sync.AUTOMATIC).orElseThrow().recheckAt())
        .isEqualTo(Instant.parse("2026-11-23T14:00:00Z"));
    window(FakeWindow.Kind.ALLOW, "0 8 * * *", "2h").active(true);
    assertThat(hold(Sync.AUTOMATIC)).isEmpty();
  }

  @Test
  void anApplicationThatTheChangeItselfMayBringHoldsNothing() {
    ArgoApplication unknown = ArgoApplication.of("till", "default", Sync.PINNED);
    assertThat(argo.process(Daily.CRONS).syncer().hold(ArgoFixture.target(unknown), argo.now()))
        .isEmpty();
  }

  @Test
  void aScheduleThatCannotBeReadIsLookedAtAgainSoon() {
    window(FakeWindow.Kind.DENY, "*/5 8 * * MON", "1h").active(true);
    SyncOutcome.Later later = closed();
    assertThat(later.recheckAt()).isEqualTo(argo.now().plus(Duration.ofMinutes(1)));
    assertThat(later.reason().what()).contains("cannot be told");
  }

  @Test
  void whoMayNotReadTheProjectStillWaits() {
    window(FakeWindow.Kind.DENY, "30 8 * * *", "1h").active(true);
    argo.server.failNext(1, "/projects/", Fault.proxyPage(403));
    assertThat(closed().reason().what()).contains("cannot be told");
  }

  @Test
  void aWindowThatClosesAfterTheLookIsLaterAndNotRefused() {
    argo.server.failNext(1, "/syncwindows", Fault.unavailable("restarting"));
    window(FakeWindow.Kind.DENY, "30 8 * * *", "1h").active(true);
    SyncOutcome.Later later = (SyncOutcome.Later) sync();
    assertThat(later.recheckAt()).isAfter(argo.now());
    assertThat(argo.requests("POST")).isZero();
  }
}
