package dev.gatehouse.git.remote;

import java.io.IOException;

/** The remote cannot be reached or read now; its message holds no secret. */
public final class RemoteUnavailableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String said;

  /** Names the remote and what went wrong, already scrubbed. */
  public RemoteUnavailableException(RemoteUrl url, String what) {
    super(url + ": " + what);
    this.said = what;
  }

  /** Returns what went wrong, without the address. */
  String said() {
    return said;
  }
}
