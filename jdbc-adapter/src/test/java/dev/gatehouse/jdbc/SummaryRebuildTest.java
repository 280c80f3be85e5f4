package dev.gatehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.history.RebuiltSummaries;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.testkit.contract.Histories;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Summaries are made again beside others, in parts, and a killed rebuild is continued. */
class SummaryRebuildTest {
  private static final int PROMOTIONS = 120;

  @Test
  void theEmbeddedDatabaseRepairsWhatWasDamagedAndSaysHowMany(@TempDir Path folder)
      throws Exception {
    repairs(JdbcSettings.embedded(folder.resolve("ledger")));
  }

  @Test
  void postgresRepairsWhatWasDamagedAndSaysHowMany() throws Exception {
    repairs(Postgres.fresh());
  }

  private static void repairs(JdbcSettings settings) throws Exception {
    fill(settings);
    damage(settings);
    try (JdbcPlatform platform = JdbcPlatform.open(settings)) {
      HistoryStore store = platform.history();
      assertThat(store.rebuildSummaries(progress -> {}))
          .isEqualTo(new RebuiltSummaries(PROMOTIONS, 5, false));
      isRight(store);
      assertThat(store.rebuildSummaries(progress -> {}))
          .isEqualTo(new RebuiltSummaries(PROMOTIONS, 0, false));
    }
  }

  @Test
  void theEmbeddedDatabaseContinuesARebuildThatWasKilled(@TempDir Path folder) throws Exception {
    continues(JdbcSettings.embedded(folder.resolve("ledger")));
  }

  @Test
  void postgresContinuesARebuildThatWasKilled() throws Exception {
    continues(Postgres.fresh());
  }

  private static void continues(JdbcSettings settings) throws Exception {
    fill(settings);
    damage(settings);
    try (ChildProcess child = ChildProcess.start(RebuildingChild.class, settings.url())) {
      child.awaitLine(line -> line.startsWith(RebuildingChild.PART)).kill();
    }
    try (JdbcPlatform platform = JdbcPlatform.open(settings)) {
      HistoryStore store = platform.history();
      AtomicLong first = new AtomicLong();
      RebuiltSummaries sum =
          store.rebuildSummaries(progress -> first.compareAndSet(0, progress.compared()));
      assertThat(sum).isEqualTo(new RebuiltSummaries(PROMOTIONS, 5, true));
      assertThat(first.get()).as("the first part was not done again").isEqualTo(100);
      isRight(store);
    }
  }

  @Test
  void anAppendDuringARebuildIsInTheSummary() throws Exception {
    JdbcSettings settings = Postgres.fresh();
    fill(settings);
    damage(settings);
    try (JdbcPlatform ours = JdbcPlatform.open(settings);
        JdbcPlatform other = JdbcPlatform.open(settings)) {
      AtomicLong added = new AtomicLong();
      ours.history()
          .rebuildSummaries(
              progress -> {
                for (int i = 5; i < PROMOTIONS; i += 5) {
                  if (i == 70) {
                    continue; // an append refuses a summary that is no JSON
                  }
                  PromotionId id = id(i);
                  long version = other.history().read(id).size();
                  other
                      .history()
                      .append(id, version, List.of(Histories.said(id, version + 1, "more")));
                }
                PromotionId fresh = Histories.id("checkout-prod-new-" + added.incrementAndGet());
                other
                    .history()
                    .append(fresh, 0, List.of(Histories.proposed(fresh, "checkout", "prod")));
              });
      assertThat(added.get()).isGreaterThan(1);
      isRight(ours.history());
    }
  }

  private static PromotionId id(int number) {
    return Histories.id("checkout-prod-" + (1000 + number));
  }

  private static void fill(JdbcSettings settings) {
    try (JdbcPlatform platform = JdbcPlatform.open(settings)) {
      for (int i = 0; i < PROMOTIONS; i++) {
        platform.history().append(id(i), 0, List.of(Histories.proposed(id(i), "checkout", "prod")));
        platform.history().append(id(i), 1, List.of(Histories.said(id(i), 2, "text")));
      }
      platform
          .history()
          .append(Histories.frozen("eu", 1).stream(), 0, List.of(Histories.frozen("eu", 1)));
    }
  }

  /** Two are gone, one is no JSON, two are found where they do not belong. */
  private static void damage(JdbcSettings settings) throws SQLException {
    String user = settings.url().startsWith("jdbc:h2") ? "sa" : "postgres";
    try (Connection connection = DriverManager.getConnection(settings.url(), user, "");
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "DELETE FROM promotion_summary WHERE id IN ('" + id(3) + "', '" + id(117) + "')",
              "UPDATE promotion_summary SET summary = 'x' WHERE id = '" + id(70) + "'",
              "UPDATE promotion_summary SET stage = 'dev' WHERE id = '" + id(5) + "'",
              "UPDATE promotion_summary SET is_open = FALSE WHERE id = '" + id(90) + "'")) {
        statement.execute(sql);
      }
    }
  }

  private static void isRight(HistoryStore store) {
    List<PromotionSummary> found =
        store.summaries(
            new PromotionQuery(
                Optional.empty(), Optional.empty(), false, Optional.empty(), 10_000));
    assertThat(found).hasSizeGreaterThanOrEqualTo(PROMOTIONS);
    for (PromotionSummary summary : found) {
      assertThat(summary).isEqualTo(PromotionSummary.of(store.read(summary.id())));
    }
  }
}
