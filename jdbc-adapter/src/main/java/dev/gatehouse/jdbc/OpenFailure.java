package dev.gatehouse.jdbc;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** Why a database could not be opened, as far as what was thrown tells it. */
enum OpenFailure {
  DAMAGED(
      "90030",
      "The database's file is damaged.",
      "Keep a copy of the file and restore a backup; a new file begins a new ledger."),
  NO_PLACE(
      "90028|90031|90062|90097",
      "The database's file cannot be read and written",
      "Give this user the right to read and write in that folder, or name another place under"
          + " ledger in gatehouse.yaml."),
  USER_REFUSED(
      "28P01|28000",
      "The database refuses the user or the password.",
      "Correct the user and the secret that ledger names in gatehouse.yaml; the log of the database"
          + " says which of them."),
  NO_SUCH_DATABASE(
      "3D000|90146",
      "The server has no database of this name.",
      "Create it, or correct the address under ledger in gatehouse.yaml."),
  NOBODY_ANSWERS(
      "08001|08006",
      "Nothing answers at this address.",
      "Check that the database runs, and that host and port are right and reachable from here."),
  OTHER(
      "",
      "The database cannot be opened, or its tables not be brought up to date",
      "Check that it runs, that address, user and password are right, and who else uses it.");

  private final String states;
  private final String what;
  private final String next;

  OpenFailure(String states, String what, String next) {
    this.states = states;
    this.what = what;
    this.next = next;
  }

  /** Returns the first that the chain of causes names, the outermost first. */
  static OpenFailure of(@Nullable Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      Optional<OpenFailure> known = known(t);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return OTHER;
  }

  private static Optional<OpenFailure> known(Throwable t) {
    if (t instanceof MVStoreException store
        && store.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT) {
      return Optional.of(DAMAGED);
    }
    if (isUnexpectedInH2(t)) {
      return Optional.of(DAMAGED);
    }
    if (t instanceof FileSystemException) {
      return Optional.of(NO_PLACE);
    }
    return t instanceof SQLException sql && sql.getSQLState() != null
        ? Arrays.stream(values()).filter(o -> sql.getSQLState().matches(o.states)).findFirst()
        : Optional.empty();
  }

  /** What H2 reads from a damaged block makes it fail as a mistake in a program does. */
  private static boolean isUnexpectedInH2(Throwable t) {
    boolean unexpected =
        t instanceof NullPointerException
            || t instanceof IndexOutOfBoundsException
            || t instanceof ClassCastException
            || t instanceof IllegalArgumentException
            || t instanceof NegativeArraySizeException;
    if (unexpected) {
      for (StackTraceElement frame : t.getStackTrace()) {
        if (!frame.getClassName().startsWith("java.")) {
          return frame.getClassName().startsWith("org.h2.");
        }
      }
    }
    return false;
  }

  /** Returns the sentence; the two that leave something open add what the system said. */
  String what(Throwable thrown) {
    return switch (this) {
      case NO_PLACE -> what + because(thrown) + ".";
      case OTHER -> what + state(thrown) + ".";
      default -> what;
    };
  }

  String next() {
    return next;
  }

  private static String because(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof IOException) {
        return " (" + t.getClass().getSimpleName().replace("Exception", "") + ")";
      }
    }
    return state(thrown);
  }

  private static String state(@Nullable Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && sql.getSQLState() != null) {
        return " (SQL state " + sql.getSQLState() + ")";
      }
    }
    return "";
  }
}
