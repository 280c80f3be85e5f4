package dev.gatehouse.jdbc;

import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What differs between the two databases. */
enum Dialect {
  H2,
  POSTGRESQL;

  static final ReasonCode UNKNOWN_DATABASE = ReasonCode.of("unknown-database");

  static final ReasonCode FORBIDDEN_OPTION = ReasonCode.of("forbidden-database-option");

  /** Refuses other databases, and options that may run code or write files. */
  static Dialect of(JdbcSettings settings) {
    LedgerOptions.forbidden(settings.url())
        .ifPresent(
            name -> {
              throw new InvalidConfigurationException(
                  new Reason(
                      FORBIDDEN_OPTION,
                      "The option '" + name + "' of the database's address is not allowed.",
                      "database " + settings.address(),
                      "Remove it. H2 takes no options, PostgreSQL those of TLS; others can run"
                          + " code or write files."));
            });
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

  /** What an index says after a column so that {@link #beginsWith} can use it. */
  String byBytes() {
    return this == POSTGRESQL ? " varchar_pattern_ops" : "";
  }

  /**
   * Returns a condition over a column with two values, the beginning and the beginning with the
   * greatest character after it, and an order. Both compare bytes, whatever language the database
   * sorts by, so that an index answers.
   */
  String beginsWith(String column) {
    return this == POSTGRESQL
        ? column + " ~>=~ ? AND " + column + " ~<~ ? ORDER BY " + column + " USING ~<~"
        : column + " >= ? AND " + column + " < ? ORDER BY " + column;
  }

  /**
   * Nobody else changes the tables until the transaction ends. Flyway's own lock comes after it has
   * made its table, which two at once cannot; on H2 the turn of the writer sees to that.
   */
  void lockForMigration(Connection connection) throws SQLException {
    if (this == POSTGRESQL) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SELECT pg_advisory_xact_lock(hashtext('gatehouse migrations'))");
      }
    }
  }

  /**
   * No append is under way while a checkpoint reads, so none of an earlier position can follow; on
   * H2 the turn of the writer sees to that.
   */
  void lockForCheckpoint(Connection connection) throws SQLException {
    if (this == POSTGRESQL) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("LOCK TABLE ledger_entry IN SHARE ROW EXCLUSIVE MODE");
      }
    }
  }
}
