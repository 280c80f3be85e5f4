package dev.gatehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.history.AuditVerifier;
import dev.gatehouse.json.LedgerReader;
import dev.gatehouse.json.LedgerWriter;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.testkit.InMemoryHistoryStore;
import dev.gatehouse.testkit.contract.Histories;
import dev.gatehouse.testkit.contract.SeenLedger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures and prints; asserts only that the work was done. */
class SpeedTest {
  private static final int ROWS = Integer.getInteger("gatehouse.rows", 60_000);
  private static final int APPENDS = 300;

  @Test
  void verifying() throws IOException {
    SeenLedger ledger = ledger();
    for (int round = 0; round < 3; round++) {
      AuditVerifier verifier = new AuditVerifier();
      long wall = System.nanoTime();
      long cpu = threadTime();
      ledger.show(verifier);
      long spent = threadTime() - cpu;
      print("verify rows, by the clock", ROWS, wall);
      print("verify rows, by the time of the thread", ROWS, System.nanoTime() - spent);
      assertThat(verifier.report().firstBad()).isEmpty();
    }
    StringWriter text = new StringWriter();
    long start = System.nanoTime();
    ledger.show(new LedgerWriter(text));
    print("export to JSON lines", ROWS, start);
    byte[] file = text.toString().getBytes(StandardCharsets.US_ASCII);
    start = System.nanoTime();
    assertThat(new LedgerReader(new ByteArrayInputStream(file), "x").verify().isIntact()).isTrue();
    print("verify JSON lines", ROWS, start);
  }

  /** On a busy machine this says more than the clock on the wall. */
  private static long threadTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static SeenLedger ledger() {
    InMemoryHistoryStore store = new InMemoryHistoryStore();
    for (int i = 0; i < ROWS / 20; i++) {
      PromotionId promotion = Histories.id("checkout-prod-" + i);
      store.append(promotion, 0, List.of(Histories.proposed(promotion, "checkout", "prod")));
      for (long version = 1; version < 20; version++) {
        store.append(
            promotion, version, List.of(Histories.said(promotion, version + 1, "y".repeat(300))));
      }
    }
    store.checkpoint(Histories.AT);
    return SeenLedger.of(store);
  }

  @Test
  void appendingToTheEmbeddedDatabase(@TempDir Path folder) throws InterruptedException {
    appending("H2", JdbcSettings.embedded(folder.resolve("ledger")));
  }

  @Test
  void appendingToPostgres() throws InterruptedException {
    appending("PostgreSQL", Postgres.fresh());
  }

  private static void appending(String name, JdbcSettings settings) throws InterruptedException {
    long opening = System.nanoTime();
    try (JdbcPlatform platform = JdbcPlatform.open(settings)) {
      print(name + ": open and create", 1, opening);
      append(platform, "warm", 100);
      long start = System.nanoTime();
      append(platform, "one", APPENDS);
      print(name + ": durable appends, 1 thread", APPENDS, start);
      start = System.nanoTime();
      Thread[] threads = new Thread[8];
      for (int i = 0; i < threads.length; i++) {
        String promotion = "eight-" + i;
        threads[i] = new Thread(() -> append(platform, promotion, APPENDS / 4));
        threads[i].start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      print(name + ": durable appends, 8 threads", 2 * APPENDS, start);
      assertThat(SeenLedger.of(platform.history()).verify().isIntact()).isTrue();
    }
    opening = System.nanoTime();
    JdbcPlatform.open(settings).close();
    print(name + ": open and close again", 1, opening);
  }

  private static void append(JdbcPlatform platform, String name, int events) {
    PromotionId promotion = Histories.id(name);
    platform.history().append(promotion, 0, List.of(Histories.proposed(promotion, "x", "prod")));
    for (long version = 1; version < events; version++) {
      platform
          .history()
          .append(
              promotion, version, List.of(Histories.said(promotion, version + 1, "z".repeat(300))));
    }
  }

  private static void print(String what, int count, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "speed: %-45s %,12.0f per second (%.0f ms)%n", what, count / seconds, seconds * 1_000);
  }
}
