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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Lets no more targets be in flight on a shard than it can take, over all processes; thread-safe.
 */
final class ShardSlots {
  /**
   * Longer than any pause between two looks at a target, because a slot outlives the process that
   * took it: whoever goes on with the target goes on with its slot.
   */
  private static final Duration LENGTH = Duration.ofHours(1);

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
    Lease mine = held.get(holder);
    if (mine != null && leases.acquire(mine.resource(), holder, now, LENGTH).isPresent()) {
      return true;
    }
    held.remove(holder);
    for (String slot : slots(shard)) {
      Optional<Lease> lease = leases.acquire(slot, holder, now, LENGTH);
      if (lease.isPresent() && held.putIfAbsent(holder, lease.get()) != null) {
        leases.release(lease.get());
      }
    }
    return held.containsKey(holder);
  }

  /** Gives the slot back, also one that a process took that is no more. */
  void free(ShardName shard, PromotionId promotion, TargetName target, Instant now) {
    String holder = holder(promotion, target);
    Lease mine = held.remove(holder);
    if (mine != null) {
      leases.release(mine);
      return;
    }
    for (String slot : slots(shard)) {
      leases.acquire(slot, holder, now, LENGTH).ifPresent(leases::release);
    }
  }

  private List<String> slots(ShardName shard) {
    int slots =
        Optional.ofNullable(rulebook.get().shards().get(shard)).map(Shard::concurrency).orElse(1);
    return IntStream.rangeClosed(1, slots).mapToObj(i -> "shard/" + shard + "/" + i).toList();
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
