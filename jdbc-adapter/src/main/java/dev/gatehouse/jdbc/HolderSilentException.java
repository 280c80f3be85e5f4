package dev.gatehouse.jdbc;

import java.sql.SQLException;

/** The process that holds the ledger, or the turn to write, does not answer. */
final class HolderSilentException extends SQLException {
  private static final long serialVersionUID = 1L;
  private final long process;

  private HolderSilentException(long process) {
    super("the ledger is held by " + name(process) + ", which does not answer", "55006");
    this.process = process;
  }

  /** Returns the exception for this process; 0 for one that is not known. */
  static HolderSilentException of(long process) {
    return new HolderSilentException(process);
  }

  /** Returns the holder for people. */
  String holder() {
    return name(process);
  }

  private static String name(long process) {
    return process == 0 ? "another process" : "process " + process;
  }
}
