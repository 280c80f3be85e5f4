package dev.gatehouse.jdbc;

import dev.gatehouse.spi.HostRecord;
import dev.gatehouse.spi.HostRecords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records of hosts in a database; thread-safe. */
final class JdbcHostRecords implements HostRecords {
  private static final String INSERT =
      "INSERT INTO host_record (content, ends_at, kind, name) VALUES (?, ?, ?, ?)";
  private static final String UPDATE =
      "UPDATE host_record SET content = ?, ends_at = ? WHERE kind = ? AND name = ?";
  private static final String SELECT =
      "SELECT kind, name, content, ends_at FROM host_record WHERE kind = ?";
  private static final String DELETE = "DELETE FROM host_record WHERE kind = ? AND ";

  private final Database database;

  JdbcHostRecords(Database database) {
    this.database = database;
  }

  @Override
  public Optional<HostRecord> add(HostRecord record) {
    Optional<HostRecord> there = find(record.kind(), record.key());
    while (there.isEmpty()) {
      if (database.write("keeping a record of a host", c -> inserted(c, record))) {
        return Optional.empty();
      }
      there = find(record.kind(), record.key());
    }
    return there;
  }

  /** Another process may have been first; its row decides. */
  private static boolean inserted(Connection connection, HostRecord record) throws SQLException {
    java.sql.Savepoint before = connection.setSavepoint();
    try {
      return put(connection, INSERT, record) > 0;
    } catch (SQLException e) {
      if (!Database.isDuplicate(e)) {
        throw e;
      }
      connection.rollback(before);
      return false;
    }
  }

  @Override
  public boolean replace(HostRecord record) {
    return database.write("changing a record of a host", c -> put(c, UPDATE, record)) > 0;
  }

  private static int put(Connection connection, String sql, HostRecord record) throws SQLException {
    try (PreparedStatement put = connection.prepareStatement(sql)) {
      put.setString(1, record.text());
      put.setLong(2, record.until().toEpochMilli());
      put.setString(3, record.kind());
      put.setString(4, record.key());
      return put.executeUpdate();
    }
  }

  @Override
  public Optional<HostRecord> find(String kind, String key) {
    return selected(SELECT + " AND name = ?", kind, Optional.of(key)).stream().findFirst();
  }

  @Override
  public List<HostRecord> all(String kind) {
    return selected(SELECT + " ORDER BY name", kind, Optional.empty());
  }

  private List<HostRecord> selected(String sql, String kind, Optional<String> key) {
    return database.read(
        "reading records of hosts",
        connection -> {
          List<HostRecord> records = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, kind);
            if (key.isPresent()) {
              select.setString(2, key.get());
            }
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                records.add(
                    new HostRecord(
                        Columns.text(row, 1),
                        Columns.text(row, 2),
                        Columns.text(row, 3),
                        Instant.ofEpochMilli(row.getLong(4))));
              }
            }
          }
          return records;
        });
  }

  @Override
  public boolean remove(String kind, String key) {
    return deleted("name = ?", kind, delete -> delete.setString(2, key)) > 0;
  }

  @Override
  public void removeEnded(String kind, Instant before) {
    deleted("ends_at < ?", kind, delete -> delete.setLong(2, before.toEpochMilli()));
  }

  /** Sets what a statement asks for beside the kind. */
  private interface Second {
    void into(PreparedStatement statement) throws SQLException;
  }

  private int deleted(String condition, String kind, Second second) {
    return database.write(
        "removing records of hosts",
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(DELETE + condition)) {
            delete.setString(1, kind);
            second.into(delete);
            return delete.executeUpdate();
          }
        });
  }
}
