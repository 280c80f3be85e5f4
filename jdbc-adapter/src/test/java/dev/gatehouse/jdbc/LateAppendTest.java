package dev.gatehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.history.HashChain;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.Positioned;
import dev.gatehouse.history.StreamEvent;
import dev.gatehouse.json.HistoryJson;
import dev.gatehouse.testkit.contract.Histories;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An append that has its position and is not committed yet, while a later one is. */
class LateAppendTest {
  private static final StreamEvent LATE = Histories.frozen("prod-eu", 1);
  private static final StreamEvent EARLY = Histories.frozen("prod-us", 1);

  private final JdbcSettings settings = Postgres.fresh();
  private final Opened opened = new Opened(settings);

  @AfterEach
  void close() {
    opened.close();
  }

  @Test
  void aReaderNeverPassesAnAppendThatIsStillUnderWay() throws Exception {
    try (Connection late = begun()) {
      CompletableFuture<List<Positioned>> page = read();
      assertThat(Conditions.holds(this::aReaderWaits)).isTrue();
      assertThat(page).isNotDone();
      late.commit();
      assertThat(page.get().stream().map(Positioned::event)).containsExactly(LATE, EARLY);
    }
  }

  @Test
  void aReaderGoesOnOverAnAppendThatWasRolledBack() throws Exception {
    try (Connection late = begun()) {
      CompletableFuture<List<Positioned>> page = read();
      assertThat(Conditions.holds(this::aReaderWaits)).isTrue();
      late.rollback();
      assertThat(page.get().stream().map(Positioned::event)).containsExactly(EARLY);
    }
  }

  /** The first append has taken its position, and the second one has been committed since. */
  private Connection begun() throws SQLException {
    JdbcPlatform platform = opened.first();
    Connection late = DriverManager.getConnection(settings.url());
    late.setAutoCommit(false);
    LedgerEntry row =
        HashChain.next(LATE.stream(), 1, HistoryJson.payload(LATE), HashChain.GENESIS);
    try (PreparedStatement insert =
        late.prepareStatement(
            "INSERT INTO ledger_entry (stream, version, payload, previous_hash, hash)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      insert.setString(1, row.stream().key());
      insert.setLong(2, row.version());
      insert.setString(3, row.payload());
      insert.setString(4, row.previousHash());
      insert.setString(5, row.hash());
      insert.executeUpdate();
    }
    platform.history().append(EARLY.stream(), 0, List.of(EARLY));
    return late;
  }

  private CompletableFuture<List<Positioned>> read() {
    return CompletableFuture.supplyAsync(() -> opened.first().history().after(0, 10));
  }

  private boolean aReaderWaits() {
    try (Connection connection = DriverManager.getConnection(settings.url());
        Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                "SELECT COUNT(*) FROM pg_locks WHERE NOT granted"
                    + " AND relation = 'ledger_entry'::regclass")) {
      row.next();
      return row.getInt(1) > 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
