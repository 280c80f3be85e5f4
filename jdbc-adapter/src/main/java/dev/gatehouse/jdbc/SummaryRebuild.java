package dev.gatehouse.jdbc;

import dev.gatehouse.history.RebuiltSummaries;
import dev.gatehouse.history.StreamId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes the summaries again in small transactions, each with its place; thread-safe.
 *
 * <p>The streams of a page are locked, so that an append to one of them waits for the page. The
 * place is kept in the table of projections, and a killed rebuild continues there.
 */
final class SummaryRebuild {
  private static final int PAGE = 50;
  private static final String PLACE = "promotion_summary.rebuild.place";
  private static final String COMPARED = "promotion_summary.rebuild.compared";
  private static final String CHANGED = "promotion_summary.rebuild.changed";

  private final Database database;

  SummaryRebuild(Database database) {
    this.database = database;
  }

  /** A stream and its number, which is its place in the order of all streams. */
  private record Numbered(long number, String key) {}

  /** What is durable after a page. */
  private record Page(RebuiltSummaries sum, boolean last) {}

  RebuiltSummaries run(Consumer<RebuiltSummaries> progress) {
    boolean resumed =
        database.read("looking for a rebuild", connection -> number(connection, PLACE)) > 0;
    while (true) {
      Page page =
          database.write(
              "making the summaries of promotions again", connection -> page(connection, resumed));
      progress.accept(page.sum());
      if (page.last()) {
        return page.sum();
      }
    }
  }

  private static Page page(Connection connection, boolean resumed) throws SQLException {
    List<Numbered> streams = locked(connection, number(connection, PLACE));
    long compared = number(connection, COMPARED);
    long changed = number(connection, CHANGED);
    for (Numbered stream : streams) {
      if (StreamId.parse(stream.key()) instanceof StreamId.Promotion of) {
        compared++;
        changed += SummaryRows.repair(connection, of.id()) ? 1 : 0;
      }
    }
    forget(connection);
    boolean last = streams.size() < PAGE;
    if (!last) {
      long place = streams.get(streams.size() - 1).number();
      keep(connection, Map.of(PLACE, place, COMPARED, compared, CHANGED, changed));
    }
    return new Page(new RebuiltSummaries(compared, changed, resumed), last);
  }

  private static List<Numbered> locked(Connection connection, long after) throws SQLException {
    List<Numbered> streams = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT number, id FROM ledger_stream WHERE number > ? ORDER BY number LIMIT "
                + PAGE
                + " FOR UPDATE")) {
      select.setLong(1, after);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          streams.add(new Numbered(row.getLong(1), Columns.text(row, 2)));
        }
      }
    }
    return streams;
  }

  private static long number(Connection connection, String name) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT version FROM projection WHERE name = ?")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private static void forget(Connection connection) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM projection WHERE name IN (?, ?, ?)")) {
      delete.setString(1, PLACE);
      delete.setString(2, COMPARED);
      delete.setString(3, CHANGED);
      delete.executeUpdate();
    }
  }

  private static void keep(Connection connection, Map<String, Long> numbers) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO projection (name, version) VALUES (?, ?)")) {
      for (Map.Entry<String, Long> one : numbers.entrySet()) {
        insert.setString(1, one.getKey());
        insert.setLong(2, one.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
