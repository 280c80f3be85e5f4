package dev.gatehouse.jdbc;

import dev.gatehouse.history.ChainHead;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.json.HistoryJson;
import dev.gatehouse.testkit.contract.SeenLedger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;

/** A database as version 3 of the tables had it, when every stream was a promotion. */
final class OlderDatabase {
  private static final String FOLDER = "classpath:dev/gatehouse/jdbc/migration/";

  private OlderDatabase() {}

  /** Fills an empty database with a ledger, in the form of version 3. */
  static void fill(JdbcSettings settings, SeenLedger ledger) throws SQLException {
    List<String> folders = new ArrayList<>(List.of(FOLDER + "all"));
    if (Dialect.of(settings) == Dialect.H2) {
      folders.add(FOLDER + "h2");
    }
    String user = Dialect.of(settings) == Dialect.H2 ? "sa" : null;
    String password = user == null ? null : "";
    Flyway.configure()
        .dataSource(settings.url(), user, password)
        .locations(folders.toArray(new String[0]))
        .table("schema_version")
        .target("3")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(settings.url(), user, password)) {
      promotions(connection, ledger);
      rows(connection, ledger.rows());
      checkpoints(connection, ledger.checkpoints());
    }
  }

  private static void promotions(Connection connection, SeenLedger ledger) throws SQLException {
    Map<StreamId, PromotionEvent.Proposed> proposals = new LinkedHashMap<>();
    Map<StreamId, Boolean> open = new LinkedHashMap<>();
    for (LedgerEntry row : ledger.rows()) {
      PromotionEvent event = HistoryJson.read(row).event();
      if (event instanceof PromotionEvent.Proposed proposed) {
        proposals.put(row.stream(), proposed);
      }
      open.merge(
          row.stream(), !(event instanceof PromotionEvent.Ended), (was, still) -> was && still);
    }
    String sql =
        "INSERT INTO promotion (id, application, stage, is_open, version, hash)"
            + " VALUES (?, ?, ?, ?, ?, ?)";
    for (Map.Entry<StreamId, PromotionEvent.Proposed> one : proposals.entrySet()) {
      ChainHead head = Objects.requireNonNull(ledger.heads().get(one.getKey()));
      execute(
          connection,
          sql,
          one.getKey().key(),
          one.getValue().change().application().value(),
          one.getValue().stage().value(),
          open.get(one.getKey()),
          head.version(),
          head.hash());
    }
  }

  private static void rows(Connection connection, List<LedgerEntry> rows) throws SQLException {
    for (LedgerEntry row : rows) {
      execute(
          connection,
          "INSERT INTO ledger_entry (promotion, version, payload, previous_hash, hash)"
              + " VALUES (?, ?, ?, ?, ?)",
          row.stream().key(),
          row.version(),
          row.payload(),
          row.previousHash(),
          row.hash());
    }
  }

  private static void checkpoints(Connection connection, List<Checkpoint> checkpoints)
      throws SQLException {
    for (Checkpoint seal : checkpoints) {
      execute(
          connection,
          "INSERT INTO checkpoint"
              + " (number, sealed_at, entries, rows_hash, previous_hash, hash, last_position)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)",
          seal.number(),
          seal.at().toString(),
          seal.entries(),
          seal.rowsHash(),
          seal.previousHash(),
          seal.hash(),
          seal.entries());
    }
  }

  private static void execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
