package dev.gatehouse.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argo.window.Crons;
import dev.gatehouse.policy.Recurrence;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.stage.ArgoApplication.Sync;
import dev.gatehouse.testkit.argo.ApplicationSeed.SyncMode;
import dev.gatehouse.testkit.argo.FakeWindow;
import dev.gatehouse.testkit.argo.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Windows are waited for until the moment at which they open, and never fought; now is 09:00. */
class SyncWindowTest {
  /** Reads {@code m h * * *} and nothing else. */
  private static final Crons DAILY =
      (schedule, zone) ->
          schedule.matches("\\d+ \\d+ \\* \\* \\*")
              ? Optional.of(new Daily(schedule, zone))
              : Optional.empty();

  private final ArgoFixture argo = new ArgoFixture();

  private record Daily(String text, ZoneId zone) implements Recurrence {
    private ZonedDateTime on(Instant day) {
      String[] parts = text.split(" ", -1);
      LocalTime time = LocalTime.of(Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
      return day.atZone(zone).with(time);
    }

    @Override
    public Optional<Instant> lastStart(Instant atOrBefore) {
      ZonedDateTime today = on(atOrBefore);
      Instant start = today.toInstant();
      return Optional.of(start.isAfter(atOrBefore) ? today.minusDays(1).toInstant() : start);
    }

    @Override
    public Optional<Instant> nextStart(Instant after) {
      ZonedDateTime today = on(after);
      Instant start = today.toInstant();
      return Optional.of(start.isAfter(after) ? start : today.plusDays(1).toInstant());
    }
  }

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
    return argo.process(DAILY)
        .syncer()
        .sync(argo.written(ArgoFixture.target(Sync.REQUESTED)), argo.now());
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
