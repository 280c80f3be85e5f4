package dev.gatehouse.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Hands out leases with growing epochs; survives a crash. Thread-safe; several processes may share
 * one store.
 */
public interface Leases {
  /**
   * Takes or renews a lease; {@link Lease#isOver} says when another one may take it.
   *
   * @return the lease, with the same epoch when the holder had it already and it was not lost in
   *     between; empty while someone else holds it
   */
  Optional<Lease> acquire(String resource, String holder, Instant now, Duration length);

  /** Returns the lease that someone holds at this time, to say who it is; takes nothing. */
  Optional<Lease> current(String resource, Instant now);

  /** Gives it back; does nothing when it is no longer held. The epoch is never used again. */
  void release(Lease lease);
}
