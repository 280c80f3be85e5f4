package dev.gatehouse.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work in transactions; thread-safe. */
final class Database {
  private static final System.Logger LOG = System.getLogger(Database.class.getName());
  private static final int ATTEMPTS = 3;

  private final DataSource source;
  private final Dialect dialect;
  private final Durability durability;
  private final Failures failures;

  /** Work on a connection inside a transaction. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  Database(DataSource source, Dialect dialect, Durability durability, Failures failures) {
    this.source = source;
    this.dialect = dialect;
    this.durability = durability;
    this.failures = failures;
  }

  /** What a transaction is for. */
  private enum Kind {
    READ,
    READ_DURABLE,
    LIGHT,
    DURABLE;

    boolean writes() {
      return this == LIGHT || this == DURABLE;
    }
  }

  /** H2 calls one moment for all tables serializable; what PostgreSQL calls so is more. */
  private int isolation(Kind kind) {
    if (kind.writes()) {
      return Connection.TRANSACTION_READ_COMMITTED;
    }
    return dialect == Dialect.H2
        ? Connection.TRANSACTION_SERIALIZABLE
        : Connection.TRANSACTION_REPEATABLE_READ;
  }

  Dialect dialect() {
    return dialect;
  }

  /** Returns connections for someone who writes without this class; each takes its turn. */
  DataSource sourceInTurn() {
    return new TurnSource(source, durability.turn());
  }

  /** Commits, and returns when that is durable; rolls back on any exception. */
  <T> T write(String doing, Work<T> work) {
    return run(doing, work, Kind.DURABLE);
  }

  /** As {@link #write}, for what may be done again after a crash of the machine. */
  <T> T writeLightly(String doing, Work<T> work) {
    return run(doing, work, Kind.LIGHT);
  }

  /** Reads what is there at one moment. */
  <T> T read(String doing, Work<T> work) {
    return run(doing, work, Kind.READ);
  }

  /** As {@link #read}, and returns when what was read would survive a crash of the machine. */
  <T> T readDurably(String doing, Work<T> work) {
    return run(doing, work, Kind.READ_DURABLE);
  }

  private <T> T run(String doing, Work<T> work, Kind kind) {
    try {
      for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
        try {
          return once(work, kind);
        } catch (NotCommittedException e) {
          LOG.log(System.Logger.Level.DEBUG, "the connection was lost, once more", e);
        }
      }
      return once(work, kind);
    } catch (NotCommittedException e) {
      throw failures.failed(doing, e.lost);
    } catch (SQLException e) {
      throw failures.failed(doing, e);
    } catch (RuntimeException e) {
      throw failures.broken(doing, e);
    }
  }

  private <T> T once(Work<T> work, Kind kind) throws SQLException, NotCommittedException {
    try (Connection connection = source.getConnection()) {
      T result = kind.writes() ? inTurn(connection, work, kind) : inside(connection, work, kind);
      if (kind == Kind.DURABLE || (kind == Kind.READ_DURABLE && !connection.isReadOnly())) {
        durability.await(connection);
      }
      return result;
    }
  }

  private <T> T inTurn(Connection connection, Work<T> work, Kind kind)
      throws SQLException, NotCommittedException {
    durability.turn().take();
    try {
      return inside(connection, work, kind);
    } finally {
      durability.turn().pass();
    }
  }

  private <T> T inside(Connection connection, Work<T> work, Kind kind)
      throws SQLException, NotCommittedException {
    T result;
    try {
      connection.setTransactionIsolation(isolation(kind));
      connection.setAutoCommit(false);
      result = work.on(connection);
    } catch (SQLException e) {
      rollback(connection, e);
      if (LostConnection.is(e)) {
        throw new NotCommittedException(e);
      }
      throw e;
    } catch (RuntimeException e) {
      rollback(connection, e);
      throw e;
    }
    connection.commit();
    connection.setAutoCommit(true);
    return result;
  }

  /** The connection was lost before the commit: nothing happened, and it may be tried again. */
  private static final class NotCommittedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final SQLException lost;

    NotCommittedException(SQLException lost) {
      super(lost);
      this.lost = lost;
    }
  }

  private static void rollback(Connection connection, Exception because) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  /** Returns whether a row was already there. */
  static boolean isDuplicate(SQLException e) {
    return "23505".equals(e.getSQLState());
  }
}
