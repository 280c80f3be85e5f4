package dev.gatehouse.jdbc;

import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads columns that are never empty in a sound database. */
final class Columns {
  private Columns() {}

  /**
   * Returns the text of a column.
   *
   * @throws PlatformException if it is empty, as in a damaged file
   */
  static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    if (text == null) {
      throw altered(
          "its column " + row.getMetaData().getColumnName(column) + " is empty",
          "table " + row.getMetaData().getTableName(column));
    }
    return text;
  }

  /** Returns the time in a column; the epoch if it is empty. */
  static Instant time(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? Instant.EPOCH : time.toInstant();
  }

  static PlatformException altered(String what, String where) {
    return new PlatformException(
        new Reason(
            ReasonCode.of("ledger-row-altered"),
            "This row is not the one that was written: " + what + ".",
            where,
            "Stop promoting, keep this ledger as evidence, and compare it with an export."));
  }
}
