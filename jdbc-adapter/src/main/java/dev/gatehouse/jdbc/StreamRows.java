package dev.gatehouse.jdbc;

import dev.gatehouse.history.ChainHead;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.StreamId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a stream and the end of its chain, inside a transaction; pure SQL. */
final class StreamRows {
  private static final String INSERT =
      "INSERT INTO ledger_entry (stream, version, payload, previous_hash, hash)"
          + " VALUES (?, ?, ?, ?, ?)";
  private static final String SELECT =
      "SELECT version, payload, previous_hash, hash FROM ledger_entry"
          + " WHERE stream = ? ORDER BY version";

  private StreamRows() {}

  /** Returns the end of a stream's chain; empty for a stream without a row. */
  static Optional<ChainHead> head(Connection connection, StreamId stream) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT version, hash FROM ledger_stream WHERE id = ?")) {
      select.setString(1, stream.key());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new ChainHead(row.getLong(1), Columns.text(row, 2)))
            : Optional.empty();
      }
    }
  }

  /** Returns all rows of a stream in order. */
  static List<LedgerEntry> all(Connection connection, StreamId stream) throws SQLException {
    List<LedgerEntry> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, stream.key());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(
              new LedgerEntry(
                  stream,
                  row.getLong(1),
                  Columns.text(row, 2),
                  Columns.text(row, 3),
                  Columns.text(row, 4)));
        }
      }
    }
    return rows;
  }

  /**
   * Stores the next rows of a stream; false, and nothing is stored, if another writer was first.
   */
  static boolean store(Connection connection, List<LedgerEntry> rows) throws SQLException {
    LedgerEntry first = rows.get(0);
    LedgerEntry last = rows.get(rows.size() - 1);
    boolean moved =
        first.version() == 1
            ? insertHead(connection, last)
            : updateHead(connection, first.version() - 1, last);
    if (!moved) {
      return false;
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (LedgerEntry row : rows) {
        insert.setString(1, row.stream().key());
        insert.setLong(2, row.version());
        insert.setString(3, row.payload());
        insert.setString(4, row.previousHash());
        insert.setString(5, row.hash());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    return true;
  }

  private static boolean insertHead(Connection connection, LedgerEntry last) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO ledger_stream (id, version, hash) VALUES (?, ?, ?)")) {
      insert.setString(1, last.stream().key());
      insert.setLong(2, last.version());
      insert.setString(3, last.hash());
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      if (Database.isDuplicate(e)) {
        connection.rollback();
        return false;
      }
      throw e;
    }
  }

  /** Of two that append at the same time, one finds the head moved. */
  private static boolean updateHead(Connection connection, long expected, LedgerEntry last)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE ledger_stream SET version = ?, hash = ? WHERE id = ? AND version = ?")) {
      update.setLong(1, last.version());
      update.setString(2, last.hash());
      update.setString(3, last.stream().key());
      update.setLong(4, expected);
      return update.executeUpdate() == 1;
    }
  }

  /** Replaces the payloads of rows; their hashes stay. */
  static void replace(Connection connection, List<LedgerEntry> rows) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE ledger_entry SET payload = ? WHERE stream = ? AND version = ?")) {
      for (LedgerEntry row : rows) {
        update.setString(1, row.payload());
        update.setString(2, row.stream().key());
        update.setLong(3, row.version());
        update.addBatch();
      }
      update.executeBatch();
    }
  }
}
