package dev.gatehouse.jdbc;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/** Knows the errors after which a connection is of no use, beyond those the pool knows. */
final class LostConnection implements SQLExceptionOverride {
  /** H2: closed object, broken connection, database closed, database closing. */
  private static final Set<Integer> H2 = Set.of(90007, 90067, 90098, 90121);

  static boolean is(SQLException e) {
    String state = e.getSQLState();
    return (state != null && (state.startsWith("08") || state.startsWith("57P0")))
        || H2.contains(e.getErrorCode());
  }

  @java.lang.Override
  public Override adjudicate(SQLException e) {
    return is(e) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
  }
}
