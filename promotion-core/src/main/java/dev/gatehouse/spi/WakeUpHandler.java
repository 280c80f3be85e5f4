package dev.gatehouse.spi;

import java.time.Instant;
import java.util.Optional;

/** What is called when a wake-up is due; must be thread-safe. */
public interface WakeUpHandler {
  /**
   * Handles it.
   *
   * @return when to call again, or empty when nothing is left to do; an exception means: call again
   *     with a back-off
   */
  Optional<Instant> handle(WakeUp wakeUp);
}
