package dev.gatehouse.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.change.Revision;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.Syncer;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.Target;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link Syncer} keeps; extend it and return one, and a target that it syncs. */
public abstract class SyncerContractTest {
  /** When it is asked. */
  protected static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  /** For the class that extends it. */
  protected SyncerContractTest() {}

  /** Returns the syncer under test; another one on the same control plane at every call. */
  protected abstract Syncer syncer();

  /** Returns a target that has to be asked for. */
  protected abstract Target target();

  /** Returns a revision that can be synced there. */
  protected abstract Revision revision();

  /** Returns how many syncs were started. */
  protected abstract int started();

  /** Closes a window over the target for the next hour. */
  protected abstract void closeWindow();

  /** Makes the control plane not answer any more. */
  protected abstract void goDown();

  @Test
  void askingStartsASync() {
    assertThat(ask()).isEqualTo(new SyncOutcome.Asked());
    assertThat(started()).isEqualTo(1);
  }

  @Test
  void askingAgainFromAnotherProcessStartsNothing() {
    ask();
    assertThat(ask()).isEqualTo(new SyncOutcome.Asked());
    assertThat(started()).isEqualTo(1);
  }

  @Test
  void aClosedWindowIsWaitedFor() {
    closeWindow();
    assertThat(ask())
        .isInstanceOfSatisfying(
            SyncOutcome.Later.class,
            later -> {
              assertThat(later.recheckAt()).isAfter(NOW);
              assertThat(later.reason().next()).isNotBlank();
            });
    assertThat(started()).isZero();
  }

  @Test
  void aClosedWindowIsToldBeforeAnythingIsWritten() {
    assertThat(syncer().hold(target(), NOW)).isEmpty();
    closeWindow();
    assertThat(syncer().hold(target(), NOW).orElseThrow().recheckAt()).isAfter(NOW);
    assertThat(started()).isZero();
  }

  /** The change may be the one that brings the control plane back. */
  @Test
  void aControlPlaneThatDoesNotAnswerHoldsNoWrite() {
    goDown();
    assertThat(syncer().hold(target(), NOW)).isEmpty();
  }

  @Test
  void aControlPlaneThatDoesNotAnswerIsBreakageOrWaitedFor() {
    goDown();
    try {
      assertThat(ask()).isInstanceOf(SyncOutcome.Later.class);
    } catch (PlatformException e) {
      assertThatThrownBy(this::ask).isInstanceOf(PlatformException.class);
    }
  }

  private SyncOutcome ask() {
    Instant earlier = NOW.minus(Duration.ofMinutes(1));
    return syncer()
        .sync(
            new WrittenRevision(new PromotionId("shop-prod-1"), target(), revision(), earlier),
            NOW);
  }
}
