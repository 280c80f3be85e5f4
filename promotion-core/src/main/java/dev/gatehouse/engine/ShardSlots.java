package dev.gatehouse.engine;

import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.Lease;
import dev.gatehouse.spi.Leases;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Lets no more targets be in flight on a shard than it can take, over all processes; thread-safe.
 */
final class ShardSlots {
  private static final Duration LENGTH = Duration.ofMinutes(2);
  private final Leases leases;
  private final Supplier<Rulebook> rulebook;
  private final Map<String, Lease> held = new ConcurrentHashMap<>();

  ShardSlots(Leases leases, Supplier<Rulebook> rulebook) {
    this.leases = leases;
    this.rulebook = rulebook;
  }

  /** Takes a slot, or renews the one that this target has; false when all are taken. */
  boolean take(ShardName shard, PromotionId promotion, TargetName target, Instant now) {
    String holder = holder(promotion, target);
    int slots =
        Optional.ofNullable(rulebook.get().shards().get(shard)).map(Shard::concurrency).orElse(1);
    Lease mine = held.get(holder);
    if (mine != null && leases.acquire(mine.resource(), holder, now, LENGTH).isPresent()) {
      return true;
    }
    for (int slot = 1; slot <= slots; slot++) {
      Optional<Lease> lease = leases.acquire("shard/" + shard + "/" + slot, holder, now, LENGTH);
      if (lease.isPresent()) {
        held.put(holder, lease.get());
        return true;
      }
    }
    return false;
  }

  /** Gives the slot back. */
  void free(PromotionId promotion, TargetName target) {
    Lease lease = held.remove(holder(promotion, target));
    if (lease != null) {
      leases.release(lease);
    }
  }

  Reason busy(Target target) {
    return new Reason(
        Executor.SHARD_BUSY,
        "Every slot of shard " + target.shard() + " is taken by other promotions.",
        "target " + target.name(),
        "Wait; it goes on as soon as one is free. Raise `concurrency` of the shard to run more at once.");
  }

  private static String holder(PromotionId promotion, TargetName target) {
    return promotion + "/" + target;
  }
}
