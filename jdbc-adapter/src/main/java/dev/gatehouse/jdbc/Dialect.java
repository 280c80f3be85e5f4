package dev.gatehouse.jdbc;

import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What differs between the two databases. */
enum Dialect {
  H2(
      "SELECT id FROM ledger_writer WHERE id = 1 FOR UPDATE",
      "SELECT id FROM ledger_writer WHERE id = 1 FOR UPDATE"),
  POSTGRESQL("", "LOCK TABLE ledger_entry IN SHARE ROW EXCLUSIVE MODE");

  static final ReasonCode UNKNOWN_DATABASE = ReasonCode.of("unknown-database");

  private final String beforeAppend;
  private final String beforeCheckpoint;

  Dialect(String beforeAppend, String beforeCheckpoint) {
    this.beforeAppend = beforeAppend;
    this.beforeCheckpoint = beforeCheckpoint;
  }

  static Dialect of(JdbcSettings settings) {
    if (settings.url().startsWith("jdbc:h2:")) {
      return H2;
    }
    if (settings.url().startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new InvalidConfigurationException(
        new Reason(
            UNKNOWN_DATABASE,
            "This is not the address of a database that Gatehouse knows.",
            "database " + settings.address(),
            "Use jdbc:postgresql://host:port/name or jdbc:h2:/path/to/file."));
  }

  /** On H2 rows are committed in the order of their positions because one transaction writes. */
  void lockForAppend(Connection connection) throws SQLException {
    execute(connection, beforeAppend);
  }

  /** No append is under way while a checkpoint reads, so none of an earlier position can follow. */
  void lockForCheckpoint(Connection connection) throws SQLException {
    execute(connection, beforeCheckpoint);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    if (!sql.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
