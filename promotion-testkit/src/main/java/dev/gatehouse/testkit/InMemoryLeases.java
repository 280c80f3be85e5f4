package dev.gatehouse.testkit;

import dev.gatehouse.spi.Lease;
import dev.gatehouse.spi.Leases;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leases in memory; thread-safe. */
public final class InMemoryLeases implements Leases {
  private final Map<String, Lease> current = new HashMap<>();
  private final Map<String, Instant> takenAt = new HashMap<>();
  private final Map<String, Long> epochs = new HashMap<>();

  /** Creates a place where nothing is leased. */
  public InMemoryLeases() {}

  @Override
  public synchronized Optional<Lease> acquire(
      String resource, String holder, Instant now, Duration length) {
    Lease held = current.get(resource);
    boolean own = held != null && held.holder().equals(holder);
    if (held != null && !own && !Lease.isOver(taken(held), held.expiresAt(), now)) {
      return Optional.empty();
    }
    long epoch = epoch(resource, own ? held : null);
    Lease lease = new Lease(resource, holder, epoch, now.plus(length));
    current.put(resource, lease);
    takenAt.put(resource, now);
    return Optional.of(lease);
  }

  private Instant taken(Lease lease) {
    return takenAt.getOrDefault(lease.resource(), lease.expiresAt());
  }

  private long epoch(String resource, @Nullable Lease own) {
    return own != null ? own.epoch() : epochs.merge(resource, 1L, Long::sum);
  }

  @Override
  public synchronized Optional<Lease> current(String resource, Instant now) {
    return Optional.ofNullable(current.get(resource))
        .filter(lease -> now.isBefore(lease.expiresAt()));
  }

  @Override
  public synchronized void release(Lease lease) {
    if (isCurrent(lease)) {
      current.remove(lease.resource());
    }
  }

  /** Returns whether the holder still has the lease with this epoch. */
  synchronized boolean isCurrent(Lease lease) {
    Lease held = current.get(lease.resource());
    return held != null && held.holder().equals(lease.holder()) && held.epoch() == lease.epoch();
  }
}
