package dev.gatehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.spi.WakeUpHandler;
import dev.gatehouse.spi.WakeUps;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.TargetName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A control plane that never answers holds some threads, and never all of them. */
class SilentShardTest {
  private static final ShardName SILENT = new ShardName("silent");
  private static final ShardName SILENT_TOO = new ShardName("silent-too");
  private static final ShardName EU = new ShardName("eu");
  private static final int TARGETS = 50;
  @TempDir Path folder;
  private final CountDownLatch answer = new CountDownLatch(1);
  private final CountDownLatch stuck = new CountDownLatch(1);
  private final CountDownLatch executed = new CountDownLatch(1);
  private final AtomicInteger held = new AtomicInteger();
  private final CountDownLatch decided = new CountDownLatch(1);

  private Optional<Instant> handle(WakeUp wakeUp) {
    if (wakeUp instanceof WakeUp.Collect) {
      stuck.countDown();
      held.incrementAndGet();
      await(answer);
    } else if (wakeUp instanceof WakeUp.Execute execute && !execute.shard().equals(EU)) {
      stuck.countDown();
      held.incrementAndGet();
      await(answer);
    } else if (wakeUp instanceof WakeUp.Execute) {
      executed.countDown();
    } else {
      decided.countDown();
    }
    return Optional.empty();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void schedule(WakeUps wakeUps, String promotion, ShardName shard) {
    PromotionId id = new PromotionId(promotion);
    wakeUps.schedule(new WakeUp.Execute(id, new TargetName("a"), shard), Instant.EPOCH);
  }

  private void served(Set<ShardName> shards, CountDownLatch other) {
    WakeUpHandler handler = this::handle;
    try (JdbcPlatform platform =
        JdbcPlatform.open(JdbcSettings.embedded(folder.resolve("ledger")))) {
      for (int i = 0; i < TARGETS; i++) {
        schedule(platform.wakeUps(), "shop-prod-" + i, SILENT);
      }
      try (WakeUps.Running running = platform.wakeUps().start(handler, shards)) {
        await(stuck);
        schedule(platform.wakeUps(), "shop-prod-eu", EU);
        platform.wakeUps().schedule(new WakeUp.Decide(new PromotionId("shop")), Instant.EPOCH);
        await(decided);
        await(other);
        answer.countDown();
        assertThat(running).isNotNull();
      }
    }
  }

  @Test
  void sourcesThatDoNotAnswerHoldNeitherDecisionsNorTargets() {
    WakeUpHandler handler = this::handle;
    try (JdbcPlatform platform =
        JdbcPlatform.open(JdbcSettings.embedded(folder.resolve("ledger")))) {
      for (int i = 0; i < TARGETS; i++) {
        PromotionId id = new PromotionId("shop-prod-" + i);
        platform
            .wakeUps()
            .schedule(new WakeUp.Collect(id, SourceName.of("scanner")), Instant.EPOCH);
      }
      try (WakeUps.Running running = platform.wakeUps().start(handler, Set.of(EU))) {
        await(stuck);
        schedule(platform.wakeUps(), "shop-prod-eu", EU);
        platform.wakeUps().schedule(new WakeUp.Decide(new PromotionId("shop")), Instant.EPOCH);
        await(decided);
        await(executed);
        answer.countDown();
        assertThat(running).isNotNull();
      }
    }
  }

  @Test
  void severalSilentShardsAndSourcesTogetherLeaveThreadsForDecisions() {
    WakeUpHandler handler = this::handle;
    JdbcSettings settings = JdbcSettings.embedded(folder.resolve("ledger"));
    try (JdbcPlatform platform = JdbcPlatform.open(settings)) {
      for (int i = 0; i < TARGETS; i++) {
        schedule(platform.wakeUps(), "shop-prod-" + i, SILENT);
        schedule(platform.wakeUps(), "shop-test-" + i, SILENT_TOO);
        PromotionId id = new PromotionId("shop-prod-" + i);
        platform
            .wakeUps()
            .schedule(new WakeUp.Collect(id, SourceName.of("scanner")), Instant.EPOCH);
      }
      try (WakeUps.Running running =
          platform.wakeUps().start(handler, Set.of(SILENT, SILENT_TOO))) {
        await(stuck);
        assertThat(Conditions.holds(() -> held.get() >= settings.workers() - 2)).isTrue();
        platform.wakeUps().schedule(new WakeUp.Decide(new PromotionId("shop")), Instant.EPOCH);
        await(decided);
        answer.countDown();
        assertThat(running).isNotNull();
      }
    }
  }

  @Test
  void theTargetsOfAnotherShardAreWorkedOnMeanwhile() {
    served(Set.of(SILENT, EU), executed);
  }

  @Test
  void decisionsAreMadeMeanwhileThoughItIsTheOnlyShard() {
    served(Set.of(SILENT), decided);
  }
}
