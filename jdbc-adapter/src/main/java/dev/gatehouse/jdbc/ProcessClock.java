package dev.gatehouse.jdbc;

import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.Spans;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares the clock of this process with the database, so that a wrong clock records nothing.
 *
 * <p>PostgreSQL has a clock of its own. An embedded database has that of this machine, so there the
 * newest recorded event is the witness: it must not be in the future. Thread-safe.
 */
public final class ProcessClock {
  /** The clock of this process differs from what the ledger shows. */
  public static final ReasonCode DIFFERS = ReasonCode.of("clock-differs");

  /** How far clocks may differ unless something else is asked for. */
  public static final Duration TOLERANCE = Duration.ofMinutes(1);

  /** Compares nothing. */
  static final ProcessClock UNCHECKED = new ProcessClock(null, TOLERANCE);

  private static final Pattern AT = Pattern.compile("\\{\"at\":\"([^\"]{20,40})\"");

  private final @Nullable InstantSource clock;
  private final Duration tolerance;

  private ProcessClock(@Nullable InstantSource clock, Duration tolerance) {
    this.clock = clock;
    this.tolerance = tolerance;
  }

  /** Returns a check of this clock. */
  public static ProcessClock of(InstantSource clock, Duration tolerance) {
    return new ProcessClock(clock, tolerance);
  }

  /**
   * Returns if the clock may be believed.
   *
   * @throws PlatformException with {@link #DIFFERS} if not
   */
  void check(Connection connection, Dialect dialect) throws SQLException {
    InstantSource mine = clock;
    if (mine == null) {
      return;
    }
    if (dialect == Dialect.POSTGRESQL) {
      Instant theirs = databaseTime(connection);
      Duration ahead = Duration.between(theirs, mine.instant());
      if (ahead.abs().compareTo(tolerance) > 0) {
        throw refused(
            "The clock of this process is "
                + Spans.text(ahead.abs())
                + (ahead.isNegative() ? " behind" : " ahead of")
                + " the clock of the database.",
            "Correct the clock of this machine, or of the database.");
      }
    } else {
      Optional<Instant> newest = newest(connection);
      Duration future =
          newest.map(at -> Duration.between(mine.instant(), at)).orElse(Duration.ZERO);
      if (future.compareTo(tolerance) > 0) {
        throw refused(
            "The newest event of the ledger is "
                + Spans.text(future.abs())
                + " in the future: this clock is behind, or another one was ahead.",
            "Correct the clock of this machine. If it is right, run one command with"
                + " GATEHOUSE_CLOCK_TOLERANCE="
                + (future.toHours() + 1)
                + "h.");
      }
    }
  }

  private static Instant databaseTime(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("SELECT clock_timestamp()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  /** The beginning of a payload is enough: it starts with the time. */
  private static Optional<Instant> newest(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                "SELECT SUBSTRING(payload FROM 1 FOR 60) FROM ledger_entry"
                    + " ORDER BY position DESC LIMIT 1")) {
      Matcher found = AT.matcher(row.next() ? Columns.text(row, 1) : "");
      return found.lookingAt() ? Optional.of(Instant.parse(found.group(1))) : Optional.empty();
    }
  }

  private static PlatformException refused(String what, String next) {
    return new PlatformException(
        new Reason(
            DIFFERS,
            what + " Nothing is judged or recorded, because windows and soak times count by it.",
            "clock of process " + ProcessHandle.current().pid(),
            next));
  }
}
