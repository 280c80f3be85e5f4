package dev.gatehouse.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * R9: a thousand things go wrong at once, and everything settles. A longer run: {@code
 * -Dgatehouse.simulation.seeds=10000}; one seed again: {@code -Dgatehouse.simulation.seed=123}.
 */
class SimulationTest {
  private static final long SEEDS = Long.getLong("gatehouse.simulation.seeds", 500);

  @Test
  void everythingSettlesWithNothingLostDoubledOrStuck() {
    int promotions = 0;
    int commits = 0;
    int deaths = 0;
    long start = System.nanoTime();
    for (long seed : seeds()) {
      Simulation.Outcome outcome = run(seed);
      promotions += outcome.promotions();
      commits += outcome.commits();
      deaths += outcome.deaths();
    }
    System.out.printf(
        "R9: %d seeds, %d promotions, %d commits, %d deaths of processes: 0 lost, 0 doubled, 0 stuck, %d s%n",
        seeds().length, promotions, commits, deaths, (System.nanoTime() - start) / 1_000_000_000);
    assertThat(promotions).isPositive();
  }

  @Test
  void theSameSeedReplaysBitForBit() {
    for (long seed : List.of(3L, 17L, 99L)) {
      assertThat(run(seed)).isEqualTo(run(seed));
    }
  }

  private static long[] seeds() {
    Long one = Long.getLong("gatehouse.simulation.seed");
    return one == null ? LongStream.range(0, SEEDS).toArray() : new long[] {one};
  }

  private static Simulation.Outcome run(long seed) {
    try {
      return Simulation.run(seed);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "Seed "
              + seed
              + " failed. Again: mvn -pl promotion-testkit -am test -Dtest=SimulationTest"
              + " -Dsurefire.failIfNoSpecifiedTests=false -Dgatehouse.simulation.seed="
              + seed,
          e);
    }
  }
}
