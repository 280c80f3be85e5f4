package dev.gatehouse.jdbc;

import dev.gatehouse.api.PromotionFilter;
import dev.gatehouse.history.ChainHead;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.Forgetting;
import dev.gatehouse.history.HashChain;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.LedgerVisitor;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.json.HistoryJson;
import dev.gatehouse.json.LedgerBatch;
import dev.gatehouse.json.Redaction;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.stage.StageName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ledger in a database; thread-safe, shared by any number of processes. */
final class JdbcLedger implements HistoryStore {
  private static final String INSERT_ROW =
      "INSERT INTO ledger_entry (promotion, version, payload, previous_hash, hash)"
          + " VALUES (?, ?, ?, ?, ?)";
  private static final String ROWS =
      "SELECT version, payload, previous_hash, hash FROM ledger_entry"
          + " WHERE promotion = ? ORDER BY version";

  private final Database database;
  private final LedgerSeals seals;
  private final ProcessClock clock;

  JdbcLedger(Database database, ProcessClock clock) {
    this.database = database;
    this.clock = clock;
    this.seals = new LedgerSeals(database);
  }

  @Override
  public void append(PromotionId promotion, long expectedVersion, List<Recorded> events) {
    Optional<ChainHead> stored =
        database.write(
            "appending to promotion " + promotion,
            connection -> {
              clock.check(connection, database.dialect());
              Optional<ChainHead> head = head(connection, promotion);
              long version = head.map(ChainHead::version).orElse(0L);
              if (version != expectedVersion) {
                return Optional.<ChainHead>empty();
              }
              String hash = head.map(ChainHead::hash).orElse(HashChain.GENESIS);
              return store(connection, events, LedgerBatch.rows(promotion, version, hash, events));
            });
    if (stored.isEmpty()) {
      throw LedgerBatch.stale(promotion, expectedVersion);
    }
  }

  @Override
  public Recorded forget(Forgetting forgetting) {
    PromotionId promotion = forgetting.promotion();
    return database.write(
        "forgetting a value of promotion " + promotion,
        connection -> {
          clock.check(connection, database.dialect());
          List<LedgerEntry> history = rows(connection, promotion);
          Redaction redaction = Redaction.of(history, forgetting);
          LedgerEntry last = history.get(history.size() - 1);
          List<Recorded> added = List.of(redaction.event());
          List<LedgerEntry> next = LedgerBatch.rows(promotion, last.version(), last.hash(), added);
          if (store(connection, added, next).isEmpty()) {
            throw LedgerBatch.stale(promotion, last.version());
          }
          replace(connection, redaction.rows());
          return redaction.event();
        });
  }

  private static void replace(Connection connection, List<LedgerEntry> rows) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE ledger_entry SET payload = ? WHERE promotion = ? AND version = ?")) {
      for (LedgerEntry row : rows) {
        update.setString(1, row.payload());
        update.setString(2, row.promotion().value());
        update.setLong(3, row.version());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private static Optional<ChainHead> store(
      Connection connection, List<Recorded> events, List<LedgerEntry> rows) throws SQLException {
    LedgerEntry last = rows.get(rows.size() - 1);
    if (!moveHead(connection, events, rows.get(0), last)) {
      return Optional.empty();
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT_ROW)) {
      for (LedgerEntry row : rows) {
        insert.setString(1, row.promotion().value());
        insert.setLong(2, row.version());
        insert.setString(3, row.payload());
        insert.setString(4, row.previousHash());
        insert.setString(5, row.hash());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    return Optional.of(new ChainHead(last.version(), last.hash()));
  }

  /** Of two that append at once, one finds the head moved. */
  private static boolean moveHead(
      Connection connection, List<Recorded> events, LedgerEntry first, LedgerEntry last)
      throws SQLException {
    boolean open = events.stream().noneMatch(e -> e.event() instanceof PromotionEvent.Ended);
    return first.version() == 1
        ? insertHead(connection, (PromotionEvent.Proposed) events.get(0).event(), open, last)
        : updateHead(connection, first.version() - 1, open, last);
  }

  private static boolean insertHead(
      Connection connection, PromotionEvent.Proposed proposed, boolean open, LedgerEntry last)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO promotion (id, application, stage, is_open, version, hash)"
                + " VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, last.promotion().value());
      insert.setString(2, proposed.change().application());
      insert.setString(3, proposed.stage().value());
      insert.setBoolean(4, open);
      insert.setLong(5, last.version());
      insert.setString(6, last.hash());
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      if (Database.isDuplicate(e)) {
        connection.rollback();
        return false;
      }
      throw e;
    }
  }

  private static boolean updateHead(
      Connection connection, long expected, boolean open, LedgerEntry last) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE promotion SET version = ?, hash = ?, is_open = is_open AND ?"
                + " WHERE id = ? AND version = ?")) {
      update.setLong(1, last.version());
      update.setString(2, last.hash());
      update.setBoolean(3, open);
      update.setString(4, last.promotion().value());
      update.setLong(5, expected);
      return update.executeUpdate() == 1;
    }
  }

  private static Optional<ChainHead> head(Connection connection, PromotionId promotion)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT version, hash FROM promotion WHERE id = ?")) {
      select.setString(1, promotion.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new ChainHead(row.getLong(1), Columns.text(row, 2)))
            : Optional.empty();
      }
    }
  }

  @Override
  public List<Recorded> read(PromotionId promotion) {
    List<LedgerEntry> rows =
        database.read("reading promotion " + promotion, connection -> rows(connection, promotion));
    return rows.stream().map(HistoryJson::read).toList();
  }

  private static List<LedgerEntry> rows(Connection connection, PromotionId promotion)
      throws SQLException {
    List<LedgerEntry> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ROWS)) {
      select.setString(1, promotion.value());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(
              new LedgerEntry(
                  promotion,
                  row.getLong(1),
                  Columns.text(row, 2),
                  Columns.text(row, 3),
                  Columns.text(row, 4)));
        }
      }
    }
    return rows;
  }

  @Override
  public List<PromotionId> find(PromotionFilter filter) {
    String sql =
        "SELECT id FROM promotion WHERE 1 = 1"
            + (filter.application().isPresent() ? " AND application = ?" : "")
            + (filter.stage().isPresent() ? " AND stage = ?" : "")
            + (filter.openOnly() ? " AND is_open" : "")
            + " ORDER BY number DESC LIMIT ?";
    return database.read("searching promotions", connection -> find(connection, sql, filter));
  }

  private static List<PromotionId> find(Connection connection, String sql, PromotionFilter filter)
      throws SQLException {
    List<PromotionId> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int index = 1;
      if (filter.application().isPresent()) {
        select.setString(index++, filter.application().get());
      }
      if (filter.stage().isPresent()) {
        select.setString(index++, filter.stage().map(StageName::value).get());
      }
      select.setInt(index, filter.limit());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(new PromotionId(Columns.text(row, 1)));
        }
      }
    }
    return found;
  }

  @Override
  public Checkpoint checkpoint(Instant now) {
    return seals.add(now);
  }

  @Override
  public List<Checkpoint> checkpoints() {
    return seals.all();
  }

  @Override
  public void visit(LedgerVisitor visitor) {
    seals.visit(visitor);
  }
}
