package dev.gatehouse.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes what was committed survive a crash of the machine before anybody is told.
 *
 * <p>PostgreSQL does so automatically. H2 is asked to write through to the disk; commits that wait
 * at the same time share one write.
 */
final class Durability {
  private static final String WRITE_THROUGH = "CHECKPOINT SYNC";

  private final boolean needed;
  private final WriteTurn turn;
  private final Object disk = new Object();
  private long committed;
  private long durable;

  Durability(boolean needed, WriteTurn turn) {
    this.needed = needed;
    this.turn = turn;
  }

  WriteTurn turn() {
    return turn;
  }

  /** Returns once everything that this thread has committed is on the disk. */
  void await(Connection connection) throws SQLException {
    if (!needed) {
      return;
    }
    long mine = next();
    synchronized (disk) {
      if (durable < mine) {
        turn.take();
        try (Statement statement = connection.createStatement()) {
          long all = last();
          statement.execute(WRITE_THROUGH);
          durable = all;
        } finally {
          turn.pass();
        }
      }
    }
  }

  private synchronized long next() {
    return ++committed;
  }

  private synchronized long last() {
    return committed;
  }
}
