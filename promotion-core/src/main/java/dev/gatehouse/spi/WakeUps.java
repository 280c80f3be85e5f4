package dev.gatehouse.spi;

import dev.gatehouse.stage.ShardName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers what has to be looked at and when, and calls the handler then.
 *
 * <p>Guarantees: a scheduled wake-up survives a crash; one holder at a time per wake-up (equal
 * records are one); one that is scheduled while it is being handled is handled again afterwards;
 * the earlier of two times wins; a holder that dies is taken over. Thread-safe; several processes
 * may share one store.
 */
public interface WakeUps {
  /** Asks for a call at this time or soon after. */
  void schedule(WakeUp wakeUp, Instant at);

  /**
   * Starts calling the handler for decisions and for the targets of these shards, until closed.
   *
   * @return closes after running calls have returned
   */
  Running start(WakeUpHandler handler, Set<ShardName> shards);

  /**
   * Returns the time of the earliest wake-up for decisions or these shards, also of one that is
   * being handled.
   */
  Optional<Instant> earliest(Set<ShardName> shards);

  /** A started runner. */
  interface Running extends AutoCloseable {
    @Override
    void close();
  }
}
