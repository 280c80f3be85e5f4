package dev.gatehouse.git;

import dev.gatehouse.git.publish.Coordination;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.StaleStateException;
import dev.gatehouse.spi.Lease;
import dev.gatehouse.spi.Leases;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.WriteIntent;
import dev.gatehouse.spi.WriteIntents;
import dev.gatehouse.stage.TargetName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Intents and leases that outlive the writers of a test, as a store outlives processes. */
final class MemoryCoordination implements WriteIntents, Leases {
  private final List<WriteIntent> recorded = new ArrayList<>();
  private final Map<String, Lease> leases = new HashMap<>();
  private long epoch;

  Coordination as(String holder, Steps steps) {
    return new Coordination(this, this, holder, Instant::now, steps, attempt -> {});
  }

  @Override
  public synchronized void record(Lease lease, List<WriteIntent> intents) {
    Lease current = leases.get(lease.resource());
    if (current == null || current.epoch() != lease.epoch()) {
      throw new StaleStateException(
          new Reason(
              ReasonCode.of("stale-lease"),
              "The lease was lost.",
              lease.resource(),
              "Take it again."));
    }
    recorded.addAll(intents);
  }

  @Override
  public synchronized List<WriteIntent> of(PromotionId promotion, TargetName target) {
    return recorded.stream()
        .filter(i -> i.promotion().equals(promotion) && i.target().equals(target))
        .toList();
  }

  @Override
  public synchronized Optional<Lease> acquire(
      String resource, String holder, Instant now, Duration length) {
    Lease current = leases.get(resource);
    if (current != null && !current.holder().equals(holder) && current.expiresAt().isAfter(now)) {
      return Optional.empty();
    }
    boolean same =
        current != null && current.holder().equals(holder) && current.expiresAt().isAfter(now);
    Lease lease = new Lease(resource, holder, same ? current.epoch() : ++epoch, now.plus(length));
    leases.put(resource, lease);
    return Optional.of(lease);
  }

  @Override
  public synchronized void release(Lease lease) {
    leases.remove(lease.resource());
  }

  /** A process that holds leases is dead for so long that they have run out. */
  synchronized void expire() {
    leases.clear();
  }
}
