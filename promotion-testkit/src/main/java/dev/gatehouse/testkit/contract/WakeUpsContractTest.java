package dev.gatehouse.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.spi.WakeUps;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.TargetName;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link WakeUps} keeps; extend it, return some, and say how time passes. */
public abstract class WakeUpsContractTest {
  private static final ShardName EU = new ShardName("eu");
  private static final ShardName US = new ShardName("us");
  private static final WakeUp A = new WakeUp.Decide(Histories.id("checkout-prod-a"));
  private static final WakeUp B = new WakeUp.Decide(Histories.id("checkout-prod-b"));
  private static final WakeUp IN_EU = execute("prod/eu", EU);
  private static final WakeUp IN_US = execute("prod/us", US);
  private static final Duration HOUR = Duration.ofHours(1);

  /** For the class that extends it. */
  protected WakeUpsContractTest() {}

  /** Returns the wake-ups under test; the same within a test, none scheduled at first. */
  protected abstract WakeUps wakeUps();

  /** Returns the same wake-ups as another process sees them that runs at the same time. */
  protected abstract WakeUps besides();

  /** Returns the time by the clock that the wake-ups follow. */
  protected abstract Instant now();

  /** Lets time pass, and wake-ups be handled, until the condition holds; fails if it never does. */
  protected abstract void until(BooleanSupplier condition);

  private static WakeUp execute(String target, ShardName shard) {
    return new WakeUp.Execute(Histories.id("checkout-prod-a"), new TargetName(target), shard);
  }

  /**
   * Waits until a wake-up that is scheduled last has been handled, and nothing else is due. Its
   * time has whole milliseconds: a store that keeps fewer digits may round it up.
   */
  private void settle(Calls calls) {
    WakeUp last = new WakeUp.Decide(Histories.id("last-" + calls.all().size()));
    Instant at = now().plusMillis(1).truncatedTo(ChronoUnit.MILLIS);
    wakeUps().schedule(last, at);
    until(() -> calls.of(last) > 0);
    until(() -> wakeUps().earliest(Set.of()).map(next -> next.isAfter(at)).orElse(true));
  }

  @Test
  void whatIsDueIsHandled() {
    Calls calls = new Calls();
    wakeUps().schedule(A, now());
    try (WakeUps.Running running = wakeUps().start(calls::handle, Set.of())) {
      wakeUps().schedule(B, now());
      until(() -> calls.of(A) == 1 && calls.of(B) == 1);
      until(() -> wakeUps().earliest(Set.of()).isEmpty());
      assertThat(running).isNotNull();
    }
  }

  @Test
  void nothingIsHandledBeforeItsTime() {
    Calls calls = new Calls();
    Instant later = now().plus(HOUR);
    try (WakeUps.Running running = wakeUps().start(calls::handle, Set.of())) {
      wakeUps().schedule(A, later);
      settle(calls);
      assertThat(calls.of(A)).isZero();
      assertThat(Duration.between(later, wakeUps().earliest(Set.of()).orElseThrow()).abs())
          .isLessThan(Duration.ofMillis(1));
      assertThat(running).isNotNull();
    }
  }

  @Test
  void equalWakeUpsAreOne() {
    Calls calls = new Calls();
    wakeUps().schedule(A, now());
    wakeUps().schedule(new WakeUp.Decide(A.promotion()), now());
    wakeUps().schedule(A, now());
    try (WakeUps.Running running = wakeUps().start(calls::handle, Set.of())) {
      until(() -> calls.of(A) == 1);
      settle(calls);
      assertThat(calls.of(A)).isEqualTo(1);
      assertThat(running).isNotNull();
    }
  }

  @Test
  void theEarlierOfTwoTimesWins() {
    Calls calls = new Calls();
    wakeUps().schedule(A, now().plus(HOUR));
    wakeUps().schedule(A, now());
    wakeUps().schedule(B, now());
    wakeUps().schedule(B, now().plus(HOUR));
    try (WakeUps.Running running = wakeUps().start(calls::handle, Set.of())) {
      until(() -> calls.of(A) == 1 && calls.of(B) == 1);
      until(() -> wakeUps().earliest(Set.of()).isEmpty());
      assertThat(running).isNotNull();
    }
  }

  @Test
  void whatIsScheduledWhileItIsHandledIsHandledAgain() {
    Calls calls =
        new Calls(
            (wakeUp, count) -> {
              if (count == 1) {
                wakeUps().schedule(wakeUp, now());
              }
              return Optional.empty();
            });
    try (WakeUps.Running running = wakeUps().start(calls::handle, Set.of())) {
      wakeUps().schedule(A, now());
      until(() -> calls.of(A) == 2);
      settle(calls);
      assertThat(calls.of(A)).isEqualTo(2);
      assertThat(running).isNotNull();
    }
  }

  @Test
  void theEarlierOfTheAnswerAndWhatWasScheduledMeanwhileWins() {
    Calls calls =
        new Calls(
            (wakeUp, count) -> {
              wakeUps().schedule(wakeUp, now().plus(count == 1 ? Duration.ZERO : HOUR));
              return Optional.of(now().plus(count == 1 ? HOUR : Duration.ZERO))
                  .filter(at -> count < 3);
            });
    try (WakeUps.Running running = wakeUps().start(calls::handle, Set.of())) {
      wakeUps().schedule(A, now());
      until(() -> calls.of(A) == 3);
      settle(calls);
      assertThat(calls.of(A)).isEqualTo(3);
      assertThat(wakeUps().earliest(Set.of())).isPresent();
      assertThat(running).isNotNull();
    }
  }

  @Test
  void aHandlerThatAsksToBeCalledAgainIs() {
    Calls calls =
        new Calls((wakeUp, count) -> Optional.of(now().plusMillis(5)).filter(at -> count < 4));
    try (WakeUps.Running running = wakeUps().start(calls::handle, Set.of())) {
      wakeUps().schedule(A, now());
      until(() -> calls.of(A) == 4 && wakeUps().earliest(Set.of()).isEmpty());
      assertThat(running).isNotNull();
    }
  }

  @Test
  void aHandlerThatThrowsIsCalledAgain() {
    Calls calls =
        new Calls(
            (wakeUp, count) -> {
              if (count < 3) {
                throw new IllegalStateException("this handler fails twice, by intent");
              }
              return Optional.empty();
            });
    try (WakeUps.Running running = wakeUps().start(calls::handle, Set.of())) {
      wakeUps().schedule(A, now());
      until(() -> calls.of(A) == 3 && wakeUps().earliest(Set.of()).isEmpty());
      assertThat(running).isNotNull();
    }
  }

  @Test
  void targetsAreHandledOnlyWhereTheirShardIsServed() {
    Calls inEu = new Calls();
    Calls inUs = new Calls();
    wakeUps().schedule(IN_EU, now());
    wakeUps().schedule(IN_US, now());
    try (WakeUps.Running first = wakeUps().start(inEu::handle, Set.of(EU))) {
      until(() -> inEu.of(IN_EU) == 1);
      settle(inEu);
      assertThat(inEu.of(IN_US)).isZero();
      assertThat(wakeUps().earliest(Set.of())).isEmpty();
      assertThat(wakeUps().earliest(Set.of(US))).isPresent();
      try (WakeUps.Running second = besides().start(inUs::handle, Set.of(US))) {
        until(() -> inUs.of(IN_US) == 1);
        assertThat(List.of(first, second)).hasSize(2);
      }
    }
    assertThat(inEu.of(IN_US)).isZero();
    assertThat(inUs.of(IN_EU)).isZero();
  }

  @Test
  void anyProcessAsksSourcesAndEachOnItsOwn() {
    Calls calls = new Calls();
    PromotionId promotion = Histories.id("checkout-prod-a");
    WakeUp decide = new WakeUp.Decide(promotion);
    WakeUp scanner = new WakeUp.Collect(promotion, SourceName.of("scanner"));
    WakeUp sonar = new WakeUp.Collect(promotion, SourceName.of("sonar"));
    Stream.of(decide, scanner, sonar).forEach(wakeUp -> wakeUps().schedule(wakeUp, now()));
    assertThat(wakeUps().earliest(Set.of())).isPresent();
    try (WakeUps.Running running = wakeUps().start(calls::handle, Set.of())) {
      until(() -> Stream.of(decide, scanner, sonar).allMatch(wakeUp -> calls.of(wakeUp) == 1));
      until(() -> wakeUps().earliest(Set.of()).isEmpty());
      assertThat(running).isNotNull();
    }
  }

  @Test
  void theEarliestOfWhatIsServedIsKnownAlsoWhileItIsHandled() {
    List<Boolean> known = new ArrayList<>();
    Calls calls =
        new Calls(
            (wakeUp, count) -> {
              known.add(wakeUps().earliest(Set.of(EU)).isPresent());
              return Optional.empty();
            });
    assertThat(wakeUps().earliest(Set.of(EU))).isEmpty();
    wakeUps().schedule(IN_US, now());
    assertThat(wakeUps().earliest(Set.of(EU))).isEmpty();
    wakeUps().schedule(IN_EU, now());
    try (WakeUps.Running running = wakeUps().start(calls::handle, Set.of(EU))) {
      until(() -> calls.of(IN_EU) == 1 && wakeUps().earliest(Set.of(EU)).isEmpty());
      assertThat(running).isNotNull();
    }
    assertThat(known).containsExactly(true);
  }

  @Test
  void twoProcessesShareTheWorkAndNeverTheSameWakeUpAtOnce() {
    Calls calls = new Calls((wakeUp, count) -> Optional.of(now()).filter(at -> count < 3));
    List<WakeUp> work = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      work.add(new WakeUp.Decide(Histories.id("shared-" + i)));
    }
    work.forEach(wakeUp -> wakeUps().schedule(wakeUp, now()));
    try (WakeUps.Running first = wakeUps().start(calls::handle, Set.of(EU));
        WakeUps.Running second = besides().start(calls::handle, Set.of(EU))) {
      until(() -> work.stream().allMatch(wakeUp -> calls.of(wakeUp) == 3));
      assertThat(calls.overlapped()).isFalse();
      assertThat(List.of(first, second)).hasSize(2);
    }
    assertThat(calls.all()).hasSize(60);
  }

  @Test
  void nothingIsHandledAfterClosing() {
    Calls closed = new Calls();
    Calls open = new Calls();
    wakeUps().start(closed::handle, Set.of()).close();
    wakeUps().schedule(A, now());
    try (WakeUps.Running running = wakeUps().start(open::handle, Set.of())) {
      until(() -> open.of(A) == 1);
      assertThat(running).isNotNull();
    }
    assertThat(closed.all()).isEmpty();
  }
}
