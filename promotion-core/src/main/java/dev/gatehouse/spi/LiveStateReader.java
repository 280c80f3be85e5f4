package dev.gatehouse.spi;

import java.time.Instant;

/** Tells whether exactly this revision is live on its target; thread-safe. */
public interface LiveStateReader {
  /** Returns the state now; what cannot be known is UNKNOWN, never LIVE. */
  LiveState read(WrittenRevision written, Instant now);
}
