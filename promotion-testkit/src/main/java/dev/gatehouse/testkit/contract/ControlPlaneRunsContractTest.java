package dev.gatehouse.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.spi.ControlPlaneRuns;
import dev.gatehouse.spi.RunRequest;
import dev.gatehouse.spi.RunSearch;
import dev.gatehouse.spi.RunStart;
import dev.gatehouse.spi.RunState;
import dev.gatehouse.stage.RunHandle;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ControlPlaneRuns} keeps; extend it, and return one with a request that it
 * takes.
 */
public abstract class ControlPlaneRunsContractTest {
  /** When it is asked. */
  protected static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private static final int LOOKS = 20;

  /** For the class that extends it. */
  protected ControlPlaneRunsContractTest() {}

  /** Returns the port under test; that of another process on the same control plane each time. */
  protected abstract ControlPlaneRuns runs();

  /** Returns a request of this attempt that was decided on at this time, always for one target. */
  protected abstract RunRequest request(int attempt, Instant intendedAt);

  /** Returns how many runs the control plane has ever made. */
  protected abstract int started();

  /** Lets runs continue without an end, or end by themselves as they do in the beginning. */
  protected abstract void hang(boolean hangs);

  /** Lets the control plane take no run for the next hour. */
  protected abstract void closeWindow();

  /** Makes the next start reach the control plane, and its answer reach nobody. */
  protected abstract void loseNextAnswer();

  /** Makes the control plane not answer any more. */
  protected abstract void goDown();

  @Test
  void aStartedRunIsFoundByAnotherProcess() {
    RunHandle handle = begin();
    assertThat(runs().find(first(), NOW)).isEqualTo(new RunSearch.Found(handle));
    assertThat(started()).isEqualTo(1);
  }

  @Test
  void aRunWhoseAnswerWasLostIsFound() {
    loseNextAnswer();
    assertThatThrownBy(() -> runs().start(first(), NOW)).isInstanceOf(PlatformException.class);
    assertThat(runs().find(first(), NOW)).isInstanceOf(RunSearch.Found.class);
    assertThat(started()).isEqualTo(1);
  }

  @Test
  void aRunThatHasEndedIsStillFound() {
    RunHandle handle = begin();
    ended(handle);
    assertThat(runs().find(first(), NOW)).isEqualTo(new RunSearch.Found(handle));
  }

  @Test
  void whatWasNotStartedIsNotThere() {
    assertThat(runs().find(first(), NOW)).isEqualTo(new RunSearch.NotThere());
  }

  /** An earlier attempt, or someone else's run of the same change, is not this one. */
  @Test
  void aRunThatIsOlderThanTheRequestIsNotFound() {
    begin();
    Instant later = NOW.plus(Duration.ofMinutes(5));
    assertThat(runs().find(request(2, later), later)).isEqualTo(new RunSearch.NotThere());
  }

  @Test
  void aRunThatGoesOnSaysWhatItWaitsForAndWhenToLookAgain() {
    hang(true);
    RunState state = runs().watch(begin(), first(), NOW);
    assertThat(state)
        .isInstanceOfSatisfying(
            RunState.Running.class, running -> assertThat(running.recheckAt()).isAfter(NOW));
  }

  @Test
  void aRunThatHasEndedKeepsItsAnswer() {
    RunHandle handle = begin();
    RunState end = ended(handle);
    assertThat(end).isInstanceOf(RunState.Wrote.class);
    assertThat(runs().watch(handle, first(), NOW)).isEqualTo(end);
  }

  @Test
  void aRunThatIsStoppedEndsWithoutBlamingTheChange() {
    hang(true);
    RunHandle handle = begin();
    runs().stop(handle, first(), NOW);
    runs().stop(handle, first(), NOW);
    assertThat(ended(handle))
        .isInstanceOfSatisfying(
            RunState.Failed.class, failed -> assertThat(failed.changeIsAtFault()).isFalse());
  }

  @Test
  void stoppingARunThatHasEndedChangesNothing() {
    RunHandle handle = begin();
    RunState end = ended(handle);
    runs().stop(handle, first(), NOW);
    assertThat(runs().watch(handle, first(), NOW)).isEqualTo(end);
  }

  @Test
  void aRunThatTheControlPlaneDoesNotKnowIsGone() {
    assertThat(runs().watch(new RunHandle("never-made"), first(), NOW))
        .isInstanceOf(RunState.Gone.class);
  }

  @Test
  void aClosedWindowIsToldBeforeTheIntentAndStartsNothing() {
    assertThat(runs().hold(first().write().target(), NOW)).isEmpty();
    closeWindow();
    assertThat(runs().hold(first().write().target(), NOW).orElseThrow().recheckAt()).isAfter(NOW);
    assertThat(runs().start(first(), NOW)).isInstanceOf(RunStart.Later.class);
    assertThat(started()).isZero();
    assertThat(runs().find(first(), NOW)).isEqualTo(new RunSearch.NotThere());
  }

  @Test
  void aControlPlaneThatDoesNotAnswerIsBreakageAndHoldsNothing() {
    RunHandle handle = begin();
    goDown();
    assertThat(runs().hold(first().write().target(), NOW)).isEmpty();
    assertThatThrownBy(() -> runs().find(first(), NOW)).isInstanceOf(PlatformException.class);
    assertThatThrownBy(() -> runs().watch(handle, first(), NOW))
        .isInstanceOf(PlatformException.class);
  }

  private RunRequest first() {
    return request(1, NOW.minusSeconds(1));
  }

  private RunHandle begin() {
    return ((RunStart.Started) runs().start(first(), NOW)).handle();
  }

  private RunState ended(RunHandle handle) {
    for (int look = 0; look < LOOKS; look++) {
      RunState state = runs().watch(handle, first(), NOW);
      if (state.kind() != RunState.Kind.RUNNING) {
        return state;
      }
    }
    throw new AssertionError("the run " + handle + " does not end");
  }
}
