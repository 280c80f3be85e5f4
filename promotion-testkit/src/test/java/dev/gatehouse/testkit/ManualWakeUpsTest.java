package dev.gatehouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.spi.WakeUps;
import dev.gatehouse.testkit.contract.WakeUpsContractTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManualWakeUpsTest extends WakeUpsContractTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final WakeUp A = new WakeUp.Decide(new PromotionId("a"));
  private static final WakeUp B = new WakeUp.Decide(new PromotionId("b"));

  private final SettableClock clock = new SettableClock(START);
  private final ManualWakeUps wakeUps = new ManualWakeUps(clock);

  @Override
  protected WakeUps wakeUps() {
    return wakeUps;
  }

  @Override
  protected WakeUps besides() {
    return wakeUps;
  }

  @Override
  protected Instant now() {
    return clock.instant();
  }

  @Override
  protected void until(BooleanSupplier condition) {
    for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
      wakeUps.tick(Duration.ofMillis(1));
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void timeStopsAtEveryWakeUpOnTheWay() {
    List<Instant> seen = new ArrayList<>();
    wakeUps.start(
        wakeUp -> {
          seen.add(clock.instant());
          return Optional.of(clock.instant().plusSeconds(20));
        },
        Set.of());
    wakeUps.schedule(A, START.plusSeconds(5));
    assertThat(wakeUps.tick(Duration.ofMinutes(1))).isEqualTo(3);
    assertThat(seen)
        .containsExactly(START.plusSeconds(5), START.plusSeconds(25), START.plusSeconds(45));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
  }

  @Test
  void theDeathOfAProcessLeavesTheWakeUpDue() {
    WakeUps.Running dying =
        wakeUps.start(
            wakeUp -> {
              throw new AssertionError("killed");
            },
            Set.of());
    wakeUps.schedule(A, START);
    assertThatThrownBy(wakeUps::runDue).hasMessage("killed");
    dying.close();
    assertThat(wakeUps.failures()).isEmpty();
    wakeUps.start(wakeUp -> Optional.empty(), Set.of());
    assertThat(wakeUps.due()).containsExactly(A);
    assertThat(wakeUps.runDue()).isEqualTo(1);
  }

  @Test
  void failuresAreKeptAndBackOff() {
    wakeUps.start(
        wakeUp -> {
          throw new IllegalStateException("broken");
        },
        Set.of());
    wakeUps.schedule(A, START);
    wakeUps.tick(Duration.ofSeconds(1));
    assertThat(wakeUps.failures()).hasSize(4).allMatch(e -> e.getMessage().equals("broken"));
  }

  @Test
  void anyOrderCanBeChosenAndTheSameSeedChoosesTheSame() {
    assertThat(order(7)).isEqualTo(order(7));
    assertThat(IntStream.range(0, 5_000).mapToObj(ManualWakeUpsTest::order))
        .contains(List.of(A, B), List.of(B, A));
  }

  private static List<WakeUp> order(long seed) {
    List<WakeUp> seen = new ArrayList<>();
    ManualWakeUps wakeUps = new ManualWakeUps(new SettableClock(START));
    wakeUps.start(
        wakeUp -> {
          seen.add(wakeUp);
          return Optional.empty();
        },
        Set.of());
    wakeUps.schedule(A, START);
    wakeUps.schedule(B, START);
    Random random = new Random(seed);
    while (wakeUps.runAny(random)) {
      assertThat(seen).hasSizeLessThan(3);
    }
    return seen;
  }
}
