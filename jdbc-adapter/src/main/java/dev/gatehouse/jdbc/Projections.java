package dev.gatehouse.jdbc;

import dev.gatehouse.history.ChainHead;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.LedgerVisitor;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.json.HistoryJson;
import dev.gatehouse.plan.PromotionId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes projections again from the ledger, when another version of the code made them. */
final class Projections {
  /** Raise it when {@link PromotionSummary} or its fold changes. */
  private static final long VERSION = 2;

  private static final String SUMMARIES = "promotion_summary";

  private final Database database;

  Projections(Database database) {
    this.database = database;
  }

  /** Of several processes that open an older database at once, one makes them. */
  void bringUpToDate() {
    if (!database.read("looking at the projections", Projections::isCurrent)) {
      database.write(
          "making the summaries of promotions",
          connection -> {
            database.dialect().lockForMigration(connection);
            return isCurrent(connection) || rebuilt(connection);
          });
    }
  }

  private static boolean isCurrent(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT version FROM projection WHERE name = ?")) {
      select.setString(1, SUMMARIES);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getLong(1) == VERSION;
      }
    }
  }

  /** No append is under way meanwhile, so that none is left out. */
  private boolean rebuilt(Connection connection) throws SQLException {
    database.dialect().lockForCheckpoint(connection);
    Folding folding = new Folding();
    LedgerSeals.showRows(connection, folding);
    try (Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM promotion_summary");
      statement.execute("DELETE FROM projection WHERE name = '" + SUMMARIES + "'");
      statement.execute(
          "INSERT INTO projection (name, version) VALUES ('" + SUMMARIES + "', " + VERSION + ")");
    }
    SummaryRows.insert(connection, new ArrayList<>(folding.summaries.values()));
    return true;
  }

  private static final class Folding implements LedgerVisitor {
    private final Map<PromotionId, PromotionSummary> summaries = new LinkedHashMap<>();

    @Override
    public void begin(List<Checkpoint> checkpoints, Map<StreamId, ChainHead> heads) {}

    @Override
    public void entry(LedgerEntry entry) {
      if (entry.stream() instanceof StreamId.Promotion) {
        Recorded next = HistoryJson.read(entry);
        summaries.compute(
            next.promotion(),
            (id, before) ->
                before == null ? PromotionSummary.of(List.of(next)) : before.after(List.of(next)));
      }
    }
  }
}
