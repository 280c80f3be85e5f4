package dev.gatehouse.spi;

import java.time.Instant;

/**
 * A run that is to be started, or that may have been.
 *
 * @param write what is to be written, where and for whom
 * @param way whether the change is brought there or taken back
 * @param attempt 1 for the first run of this step of the target
 * @param intendedAt when the start was decided on; no run of this request is older
 */
public record RunRequest(WriteRequest write, Way way, int attempt, Instant intendedAt) {
  /** The ways a target can go. */
  public enum Way {
    FORTH,
    /** To what was there before the change. */
    BACK
  }

  /**
   * Returns our own name of it, the same in every process: for control planes that keep one, and
   * for those that take a key under which a start happens once.
   */
  public String id() {
    return write.promotion() + "/" + write.target().name() + "/" + way + "/" + attempt;
  }
}
