package dev.gatehouse.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.jdbc.JdbcPlatform;
import dev.gatehouse.jdbc.JdbcSettings;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.spi.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R1: a real process is killed at every named step, a new one continues. A longer run: {@code
 * -Dgatehouse.kill.promotions=1000}.
 */
class KillTest {
  private static final int PROMOTIONS = Integer.getInteger("gatehouse.kill.promotions", 208);
  private static final int LANES = 2;

  /** Says that something hangs, not how fast it should be: the figures are printed. */
  private static final long HANGS_AFTER_MS = 120_000;

  @TempDir Path folder;

  @Test
  void aProcessThatIsKilledAtAnyStepLosesNothingDoublesNothingAndLeavesNothingStuck()
      throws Exception {
    long start = System.nanoTime();
    List<Step> steps = Arrays.stream(Step.values()).filter(step -> !step.isOfRuns()).toList();
    int rounds = (steps.size() + LANES - 1) / LANES;
    int perRound = Math.max(1, PROMOTIONS / (rounds * LANES));
    List<Lane> lanes = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(LANES);
    List<Future<?>> runs = new ArrayList<>();
    for (int i = 0; i < LANES; i++) {
      Lane lane = new Lane(new Fleet(folder.resolve("lane-" + i), rounds, perRound));
      List<Step> mine = steps.subList(i * rounds, Math.min(steps.size(), (i + 1) * rounds));
      lanes.add(lane);
      runs.add(threads.submit(() -> lives(lane, mine)));
    }
    for (Future<?> run : runs) {
      run.get();
    }
    threads.shutdown();
    int promotions = 0;
    for (Lane lane : lanes) {
      promotions += check(lane);
    }
    assertThat(lanes.stream().flatMap(lane -> lane.reached().stream()))
        .as("the steps at which a process was killed")
        .containsExactlyInAnyOrderElementsOf(steps.stream().map(Step::name).toList());
    report(lanes, promotions, start);
  }

  private static Void lives(Lane lane, List<Step> steps) throws Exception {
    for (int round = 0; round < steps.size(); round++) {
      lane.life(round, steps.get(round).name(), 2);
    }
    lane.life(lane.fleet().rounds(), "NONE", 0);
    return null;
  }

  private static int check(Lane lane) throws Exception {
    List<String> expected = new ArrayList<>();
    try (JdbcPlatform ledger =
        JdbcPlatform.open(JdbcSettings.embedded(lane.fleet().folder().resolve("ledger")))) {
      List<PromotionId> all =
          ledger
              .history()
              .find(
                  new PromotionQuery(
                      Optional.empty(), Optional.empty(), false, Optional.empty(), 10_000));
      for (PromotionId id : all) {
        Promotion promotion = Promotion.of(ledger.history().read(id));
        assertThat(promotion.phase())
            .as("%s", ledger.history().read(id))
            .isEqualTo(PromotionPhase.SUCCEEDED);
        promotion.targets().keySet().forEach(target -> expected.add(id + " " + target));
      }
      assertThat(expected).hasSize(2 * all.size());
      assertThat(lane.commits()).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(lane.fleet().controlPlane().started())
          .containsExactlyInAnyOrderElementsOf(expected);
      return all.size();
    }
  }

  private static void report(List<Lane> lanes, int promotions, long start) {
    List<Recovery> recoveries =
        lanes.stream()
            .flatMap(lane -> lane.recoveries().stream())
            .sorted(Comparator.comparingLong(Recovery::all))
            .toList();
    recoveries.forEach(System.out::println);
    long longest = recoveries.get(recoveries.size() - 1).all();
    System.out.printf(
        "R1: killed at %d steps, %d promotions: 0 lost, 0 doubled, 0 stuck; from the kill to the"
            + " end of all that was left: median %d ms, longest %d ms; %d s%n",
        recoveries.size(),
        promotions,
        recoveries.get(recoveries.size() / 2).all(),
        longest,
        (System.nanoTime() - start) / 1_000_000_000);
    assertThat(longest).as("a recovery that hangs").isLessThan(HANGS_AFTER_MS);
  }
}
