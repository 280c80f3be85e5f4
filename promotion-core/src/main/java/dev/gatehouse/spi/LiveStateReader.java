package dev.gatehouse.spi;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.Target;
import java.time.Instant;
import java.util.Optional;

/** Returns whether exactly this revision is live on its target; thread-safe. */
public interface LiveStateReader {
  /** Returns the state now; what cannot be known is UNKNOWN, never LIVE. */
  LiveState read(WrittenRevision written, Instant now);

  /**
   * Returns what is wrong with the health of a target before anything is written to it; also when
   * it cannot be known, with a reason that says so. Empty when it is healthy, and where nobody
   * watches health.
   *
   * <p>A reason has the code with which {@link #read} later reports the same kind of illness.
   */
  default Optional<Reason> illBefore(Target target, Instant now) {
    return Optional.empty();
  }
}
