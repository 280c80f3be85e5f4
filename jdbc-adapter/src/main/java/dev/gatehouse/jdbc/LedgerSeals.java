package dev.gatehouse.jdbc;

import dev.gatehouse.history.ChainHead;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.HashChain;
import dev.gatehouse.history.Indexed;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.LedgerVisitor;
import dev.gatehouse.history.RowsDigest;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.InvalidConfigurationException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checkpoints, and the whole ledger in the order in which it was stored; thread-safe. */
final class LedgerSeals {
  private static final int PAGE = 2_000;

  private final Database database;

  LedgerSeals(Database database) {
    this.database = database;
  }

  /** What the rows since the last checkpoint add up to. */
  private record Tail(String digest, long count, long lastPosition) {}

  /** The last checkpoint and the last position that it covers. */
  private record Last(long number, long entries, String hash, long position) {
    static final Last NONE = new Last(0, 0, HashChain.GENESIS, 0);
  }

  Checkpoint add(Instant now) {
    return database.write(
        "sealing the ledger",
        connection -> {
          database.dialect().lockForCheckpoint(connection);
          Last last = last(connection);
          Tail tail = tail(connection, last.position());
          Checkpoint next =
              Checkpoint.next(
                  last.number() + 1,
                  now.truncatedTo(ChronoUnit.MILLIS),
                  last.entries() + tail.count(),
                  tail.digest(),
                  last.hash());
          insert(connection, next, tail.lastPosition());
          return next;
        });
  }

  private static Last last(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT number, entries, hash, last_position FROM checkpoint"
                    + " ORDER BY number DESC LIMIT 1");
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? new Last(row.getLong(1), row.getLong(2), Columns.text(row, 3), row.getLong(4))
          : Last.NONE;
    }
  }

  private static Tail tail(Connection connection, long after) throws SQLException {
    RowsDigest digest = new RowsDigest();
    long count = 0;
    long position = after;
    boolean more = true;
    while (more) {
      more = false;
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT position, hash FROM ledger_entry WHERE position > ?"
                  + " ORDER BY position LIMIT "
                  + PAGE)) {
        select.setLong(1, position);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            position = row.getLong(1);
            digest.add(Columns.text(row, 2));
            count++;
            more = true;
          }
        }
      }
    }
    return new Tail(digest.seal(), count, position);
  }

  private static void insert(Connection connection, Checkpoint added, long lastPosition)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO checkpoint"
                + " (number, sealed_at, entries, rows_hash, previous_hash, hash, last_position)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, added.number());
      insert.setString(2, added.at().toString());
      insert.setLong(3, added.entries());
      insert.setString(4, added.rowsHash());
      insert.setString(5, added.previousHash());
      insert.setString(6, added.hash());
      insert.setLong(7, lastPosition);
      insert.executeUpdate();
    }
  }

  List<Checkpoint> all() {
    return database.read("reading checkpoints", LedgerSeals::all);
  }

  private static List<Checkpoint> all(Connection connection) throws SQLException {
    List<Checkpoint> all = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT number, sealed_at, entries, rows_hash, previous_hash, hash"
                    + " FROM checkpoint ORDER BY number");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        all.add(
            new Checkpoint(
                row.getLong(1),
                Instant.parse(Columns.text(row, 2)),
                row.getLong(3),
                Columns.text(row, 4),
                Columns.text(row, 5),
                Columns.text(row, 6)));
      }
    }
    return all;
  }

  /** One transaction sees one moment, whatever others append meanwhile. */
  void visit(LedgerVisitor visitor) {
    database.read(
        "reading the whole ledger",
        connection -> {
          visitor.begin(all(connection), heads(connection));
          showColumns(connection, visitor);
          return showRows(connection, visitor);
        });
  }

  /** Shows every row in order, and returns the last position. */
  static long showRows(Connection connection, LedgerVisitor visitor) throws SQLException {
    long position = Long.MIN_VALUE;
    long next = page(connection, position, visitor);
    while (next > position) {
      position = next;
      next = page(connection, position, visitor);
    }
    return position;
  }

  private static Map<StreamId, ChainHead> heads(Connection connection) throws SQLException {
    Map<StreamId, ChainHead> heads = new HashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT id, version, hash FROM ledger_stream");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        heads.put(
            StreamId.parse(Columns.text(row, 1)),
            new ChainHead(row.getLong(2), Columns.text(row, 3)));
      }
    }
    return heads;
  }

  private static void showColumns(Connection connection, LedgerVisitor visitor)
      throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT id, application, stage, is_open, outcome, since, summary FROM promotion_summary");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        visitor.indexed(
            new Indexed(
                new PromotionId(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getString(5),
                Columns.time(row, 6),
                Columns.text(row, 7)));
      }
    }
  }

  private static long page(Connection connection, long after, LedgerVisitor visitor)
      throws SQLException {
    long position = after;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT position, stream, version, payload, previous_hash, hash FROM ledger_entry"
                + " WHERE position > ? ORDER BY position LIMIT "
                + PAGE)) {
      select.setLong(1, after);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          position = row.getLong(1);
          visitor.entry(entry(row));
        }
      }
    }
    return position;
  }

  /** Reads position, stream, version, payload and both hashes, in this order. */
  static LedgerEntry entry(ResultSet row) throws SQLException {
    StreamId stream;
    try {
      stream = StreamId.parse(Columns.text(row, 2));
    } catch (InvalidConfigurationException e) {
      throw Columns.altered("its stream is no name", "row at position " + row.getLong(1));
    }
    return new LedgerEntry(
        stream, row.getLong(3), Columns.text(row, 4), Columns.text(row, 5), Columns.text(row, 6));
  }
}
