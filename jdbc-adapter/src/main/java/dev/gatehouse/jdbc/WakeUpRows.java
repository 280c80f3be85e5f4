package dev.gatehouse.jdbc;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The rows of db-scheduler's table, written so that nothing scheduled is ever lost between the end
 * of a call and the next; every change is one statement or one transaction.
 */
final class WakeUpRows {
  static final String TABLE = "wake_up";

  private static final String EARLIER =
      "UPDATE wake_up SET"
          + " execution_time = CASE WHEN NOT picked AND execution_time > ? THEN ?"
          + " ELSE execution_time END,"
          + " asked_at = CASE WHEN NOT picked AND execution_time > ? THEN ? ELSE asked_at END,"
          + " again_at = CASE WHEN picked AND (again_at IS NULL OR again_at > ?) THEN ?"
          + " ELSE again_at END"
          + " WHERE task_name = ? AND task_instance = ?";
  private static final String INSERT =
      "INSERT INTO wake_up (task_name, task_instance, execution_time, picked, version,"
          + " asked_at) VALUES (?, ?, ?, FALSE, 1, ?)";
  private static final String LOCK_HELD =
      "SELECT again_at, consecutive_failures FROM wake_up"
          + " WHERE task_name = ? AND task_instance = ? AND version = ? AND picked FOR UPDATE";
  private static final String AGAIN =
      "UPDATE wake_up SET execution_time = ?, asked_at = ?, again_at = NULL, consecutive_failures ="
          + " ?, picked = FALSE, picked_by = NULL, last_heartbeat = NULL, version = version + 1"
          + " WHERE task_name = ? AND task_instance = ?";

  /**
   * Taken, or asked for, by a clock that is far ahead of ours; handling one too early is harmless.
   */
  private static final String OUT_OF_TIME =
      "UPDATE wake_up SET execution_time = ?, asked_at = ?, again_at = NULL, picked = FALSE,"
          + " picked_by = NULL, last_heartbeat = NULL, version = version + 1"
          + " WHERE (picked AND last_heartbeat > ?) OR (NOT picked AND asked_at > ?)";

  private static final String DONE =
      "DELETE FROM wake_up WHERE task_name = ? AND task_instance = ?";

  private final Database database;

  WakeUpRows(Database database) {
    this.database = database;
  }

  /** What became of a row while it was handled. */
  private record Held(Optional<Instant> againAt, int failures) {}

  /** Decides when a row is due again, from what was asked for meanwhile and earlier failures. */
  @FunctionalInterface
  interface Next {
    Optional<Instant> after(Optional<Instant> askedFor, int failures);
  }

  void schedule(String task, String instance, Instant at, Instant now) {
    database.write(
        "scheduling a wake-up",
        connection -> {
          boolean there = makeEarlier(connection, task, instance, at, now);
          while (!there && !insert(connection, task, instance, at, now)) {
            there = makeEarlier(connection, task, instance, at, now);
          }
          return there;
        });
  }

  private static boolean makeEarlier(
      Connection connection, String task, String instance, Instant at, Instant now)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(EARLIER)) {
      for (int i = 1; i <= 6; i++) {
        update.setObject(i, utc(i == 4 ? now : at));
      }
      update.setString(7, task);
      update.setString(8, instance);
      return update.executeUpdate() == 1;
    }
  }

  private static boolean insert(
      Connection connection, String task, String instance, Instant at, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, task);
      insert.setString(2, instance);
      insert.setObject(3, utc(at));
      insert.setObject(4, utc(now));
      insert.executeUpdate();
      return true;
    } catch (SQLException e) {
      if (!Database.isDuplicate(e)) {
        throw e;
      }
      connection.rollback();
      return false;
    }
  }

  /**
   * Makes due what a process with a wrong clock left behind; returns how many there were.
   *
   * @param latest no clock that is right is later
   */
  int repair(Instant now, Instant latest) {
    return database.writeLightly(
        "looking for wake-ups of a clock that was ahead",
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(OUT_OF_TIME)) {
            update.setObject(1, utc(now));
            update.setObject(2, utc(now));
            update.setObject(3, utc(latest));
            update.setObject(4, utc(latest));
            return update.executeUpdate();
          }
        });
  }

  /** Ends a call: the row is due again, or gone; a holder that was taken over changes nothing. */
  void complete(Execution execution, boolean failed, Instant now, Next next) {
    database.writeLightly(
        "ending a wake-up",
        connection -> {
          Optional<Held> held = lock(connection, execution);
          if (held.isPresent()) {
            int failures = held.get().failures();
            Optional<Instant> at = next.after(held.get().againAt(), failures);
            if (at.isPresent()) {
              again(connection, execution, at.get(), now, failed ? failures + 1 : 0);
            } else {
              remove(connection, execution);
            }
          }
          return held.isPresent();
        });
  }

  private static Optional<Held> lock(Connection connection, Execution execution)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LOCK_HELD)) {
      select.setString(1, execution.getTaskName());
      select.setString(2, execution.getId());
      select.setLong(3, execution.version);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Held(
                    Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                    row.getInt(2)))
            : Optional.empty();
      }
    }
  }

  private static void again(
      Connection connection, Execution execution, Instant at, Instant now, int failures)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(AGAIN)) {
      update.setObject(1, utc(at));
      update.setObject(2, utc(now));
      update.setInt(3, failures);
      update.setString(4, execution.getTaskName());
      update.setString(5, execution.getId());
      update.executeUpdate();
    }
  }

  private static void remove(Connection connection, Execution execution) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DONE)) {
      delete.setString(1, execution.getTaskName());
      delete.setString(2, execution.getId());
      delete.executeUpdate();
    }
  }

  Optional<Instant> earliest(List<String> tasks) {
    String marks = String.join(", ", Collections.nCopies(tasks.size(), "?"));
    String sql =
        "SELECT MIN(LEAST(execution_time, COALESCE(again_at, execution_time))) FROM wake_up"
            + " WHERE task_name IN ("
            + marks
            + ")";
    return database.read(
        "looking for the earliest wake-up",
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < tasks.size(); i++) {
              select.setString(i + 1, tasks.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                      .map(OffsetDateTime::toInstant)
                  : Optional.<Instant>empty();
            }
          }
        });
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
