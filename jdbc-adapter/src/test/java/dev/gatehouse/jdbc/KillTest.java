package dev.gatehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.history.Recorded;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.testkit.contract.Histories;
import dev.gatehouse.testkit.contract.SeenLedger;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R2: what was acknowledged is there after {@code kill -9} at a random moment. */
class KillTest {
  private static final int RUNS = Integer.getInteger("gatehouse.kills", 10);
  private static final int STOCK_TRIES = 8;

  private final long seed = Long.getLong("gatehouse.seed", new Random().nextLong(1_000_000_000));
  private final Random random = new Random(seed);

  /** What a killed child had been told, how much of it is not there, and ledgers that broke. */
  private record Outcome(long acknowledged, long lost, long broken) {
    Outcome plus(Outcome other) {
      return new Outcome(
          acknowledged + other.acknowledged, lost + other.lost, broken + other.broken);
    }
  }

  @Test
  void theEmbeddedDatabaseLosesNothing(@TempDir Path folder) throws Exception {
    losesNothing("embedded", JdbcSettings.embedded(folder.resolve("ledger")));
  }

  @Test
  void postgresLosesNothing() throws Exception {
    losesNothing("PostgreSQL", Postgres.fresh());
  }

  @Test
  void stockH2LosesWhatItAcknowledged(@TempDir Path folder) throws Exception {
    Outcome total = new Outcome(0, 0, 0);
    int tries = 0;
    while (total.lost() == 0 && tries < STOCK_TRIES) {
      String url = "jdbc:h2:" + folder.resolve("stock" + tries++);
      JdbcSettings settings = JdbcSettings.of(url, Optional.empty(), Optional.empty());
      total = total.plus(run(settings, "stock", tries));
    }
    System.out.printf(
        "R2 stock H2, the negative control: seed %d, %d kills, %d acknowledged, %d LOST, %d broken%n",
        seed, tries, total.acknowledged(), total.lost(), total.broken());
    assertThat(total.lost()).as("seed %d", seed).isPositive();
  }

  private void losesNothing(String name, JdbcSettings settings) throws Exception {
    Outcome total = new Outcome(0, 0, 0);
    for (int run = 0; run < RUNS; run++) {
      total = total.plus(run(settings, "ours", run));
    }
    System.out.printf(
        "R2 %s: seed %d, %d kills, %d acknowledged, %d lost, %d broken%n",
        name, seed, RUNS, total.acknowledged(), total.lost(), total.broken());
    assertThat(total.broken()).as("seed %d", seed).isZero();
    assertThat(total.lost()).as("seed %d", seed).isZero();
    assertThat(total.acknowledged()).as("seed %d", seed).isPositive();
  }

  private Outcome run(JdbcSettings settings, String how, int run) throws Exception {
    List<String> said;
    try (ChildProcess child =
        ChildProcess.start(AppendingChild.class, settings.url(), how + run, how)) {
      child.awaitLine(AppendingChild.READY::equals);
      child.awaitLine(line -> line.endsWith(" 2"));
      said = child.letRun(random.nextInt(400)).kill();
    }
    try (JdbcPlatform platform = JdbcPlatform.open(settings)) {
      Optional<Reason> broken = SeenLedger.of(platform.history()).verify().firstBad();
      Outcome outcome = compare(platform, acknowledged(said));
      return outcome.plus(new Outcome(0, 0, broken.isPresent() ? 1 : 0));
    }
  }

  private static Map<PromotionId, Long> acknowledged(List<String> said) {
    Map<PromotionId, Long> versions = new HashMap<>();
    for (String line : said) {
      int blank = line.indexOf(' ');
      if (blank > 0) {
        long version = Long.parseLong(line.substring(blank + 1));
        versions.merge(Histories.id(line.substring(0, blank)), version, Math::max);
      }
    }
    return versions;
  }

  private static Outcome compare(JdbcPlatform platform, Map<PromotionId, Long> acknowledged) {
    Outcome total = new Outcome(0, 0, 0);
    for (Map.Entry<PromotionId, Long> entry : acknowledged.entrySet()) {
      List<Recorded> found = platform.history().read(entry.getKey());
      for (Recorded recorded : found.subList(Math.min(1, found.size()), found.size())) {
        assertThat(recorded).isEqualTo(AppendingChild.event(entry.getKey(), recorded.version()));
      }
      long lost = Math.max(0, entry.getValue() - found.size());
      total = total.plus(new Outcome(entry.getValue(), lost, 0));
    }
    return total;
  }
}
