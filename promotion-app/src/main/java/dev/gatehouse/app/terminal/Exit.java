package dev.gatehouse.app.terminal;

/** How a command ends; the numbers are part of the interface. */
public enum Exit {
  /** Done or allowed. */
  DONE(0),
  /** A bug in Gatehouse. */
  INTERNAL(1),
  /** The command line or a file cannot be used. */
  INVALID(2),
  /** Held: it waits for someone or some time. */
  HELD(3),
  /** Refused or failed. */
  REFUSED(4),
  /** Not finished yet: it continues, and neither people nor time hold it. */
  UNFINISHED(5);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  /** Returns the exit code of the process. */
  public int code() {
    return code;
  }
}
