package dev.gatehouse.jdbc;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.Positioned;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.json.HistoryJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Events in the order of their positions, without a gap that could still be filled; thread-safe.
 *
 * <p>PostgreSQL gives out positions before the commit, so a smaller one may become visible after a
 * greater one. Up to a position that this class returns, either no number is missing, or every
 * append that could still fill a missing one has ended: the lock waits for them. On H2 writers take
 * turns, so positions become visible in their order.
 */
final class LedgerCursor {
  private static final int MOST = 10_000;

  private final Database database;

  /** Everything at or before this position is visible, and nothing can be added there. */
  private final AtomicLong settled = new AtomicLong();

  LedgerCursor(Database database) {
    this.database = database;
  }

  /** Which rows are expected, and whether nothing is missing between the ones that were read. */
  private record Page(List<Row> rows, boolean settled) {}

  private record Row(long position, LedgerEntry entry) {}

  List<Positioned> all(long position, int limit) {
    return read("", List.of(), position, limit);
  }

  List<Positioned> of(StreamId stream, long position, int limit) {
    return read(" AND stream = ?", List.of(stream.key()), position, limit);
  }

  List<Positioned> ofApplication(ApplicationName application, long position, int limit) {
    return read(
        " AND (stream = ? OR stream IN (SELECT id FROM promotion_summary WHERE application = ?))",
        List.of(new StreamId.Application(application).key(), application.value()),
        position,
        limit);
  }

  private List<Positioned> read(String wanted, List<String> values, long position, int limit) {
    int most = Math.max(1, Math.min(limit, MOST));
    Page page = page(wanted, values, position, Long.MAX_VALUE, most);
    List<Row> rows = page.rows();
    if (!rows.isEmpty() && !page.settled()) {
      long last = rows.get(rows.size() - 1).position();
      awaitAppends();
      settled.accumulateAndGet(last, Math::max);
      rows = page(wanted, values, position, last, most).rows();
    }
    return rows.stream()
        .map(row -> new Positioned(row.position(), HistoryJson.event(row.entry())))
        .toList();
  }

  private Page page(String wanted, List<String> values, long position, long last, int limit) {
    // Taken before the rows are read: what another thread settles meanwhile may be missing in them.
    long known = settled.get();
    return database.readDurably(
        "reading the ledger after position " + position,
        connection -> {
          List<Row> rows = rows(connection, wanted, values, position, last, limit);
          return new Page(
              rows,
              rows.isEmpty()
                  || isSettled(connection, known, position, rows.get(rows.size() - 1).position()));
        });
  }

  private boolean isSettled(Connection connection, long known, long position, long last)
      throws SQLException {
    long from = Math.max(known, position);
    if (database.dialect() == Dialect.H2 || last <= known) {
      return true;
    }
    if (last - from > MOST || count(connection, from, last) < last - from) {
      return false;
    }
    if (position <= known) {
      settled.accumulateAndGet(last, Math::max);
    }
    return true;
  }

  /**
   * Returns once every append that had begun has ended; those that begin now get later positions.
   */
  private void awaitAppends() {
    database.writeLightly(
        "waiting for appends",
        connection -> {
          database.dialect().lockForCheckpoint(connection);
          return true;
        });
  }

  private static long count(Connection connection, long after, long last) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT COUNT(*) FROM ledger_entry WHERE position > ? AND position <= ?")) {
      select.setLong(1, after);
      select.setLong(2, last);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static List<Row> rows(
      Connection connection,
      String wanted,
      List<String> values,
      long position,
      long last,
      int limit)
      throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT position, stream, version, payload, previous_hash, hash FROM ledger_entry"
                + " WHERE position > ? AND position <= ?"
                + wanted
                + " ORDER BY position LIMIT ?")) {
      select.setLong(1, position);
      select.setLong(2, last);
      int index = 3;
      for (String value : values) {
        select.setString(index++, value);
      }
      select.setInt(index, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(new Row(row.getLong(1), LedgerSeals.entry(row)));
        }
      }
    }
    return rows;
  }
}
