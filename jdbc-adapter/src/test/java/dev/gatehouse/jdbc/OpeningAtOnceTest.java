package dev.gatehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes meet a database that nobody has used before. */
class OpeningAtOnceTest {
  private static final int PROCESSES = 4;
  private static final int ROUNDS = 5;

  @TempDir Path folder;

  @Test
  void manyMayOpenAnEmptyPostgresAtOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      openAtOnce(Postgres.fresh());
    }
  }

  @Test
  void manyMayOpenAnEmptyFileAtOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      openAtOnce(JdbcSettings.embedded(folder.resolve("ledger-" + round)));
    }
  }

  private static void openAtOnce(JdbcSettings settings) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(PROCESSES);
    CyclicBarrier start = new CyclicBarrier(PROCESSES);
    List<Future<JdbcPlatform>> opening = new ArrayList<>();
    try {
      for (int i = 0; i < PROCESSES; i++) {
        opening.add(
            pool.submit(
                () -> {
                  start.await(1, TimeUnit.MINUTES);
                  return JdbcPlatform.open(settings);
                }));
      }
      for (Future<JdbcPlatform> one : opening) {
        try (JdbcPlatform platform = one.get(1, TimeUnit.MINUTES)) {
          assertThat(platform.history().checkpoints()).isEmpty();
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
