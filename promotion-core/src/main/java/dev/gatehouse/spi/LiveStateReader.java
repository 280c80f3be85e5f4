package dev.gatehouse.spi;

import dev.gatehouse.change.Revision;
import dev.gatehouse.stage.Target;
import java.time.Instant;

/** Tells whether exactly this revision is live on a target; thread-safe. */
public interface LiveStateReader {
  /** Returns the state now; what cannot be known is UNKNOWN, never LIVE. */
  LiveState read(Target target, Revision wanted, Instant writtenAt, Instant now);
}
