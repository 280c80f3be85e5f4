package dev.gatehouse.engine;

import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
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
   * took it: anyone who continues with the target continues with its slot.
   */
  private static final Duration LENGTH = Duration.ofHours(1);

  private static final int NAMED = 3;

  private static final ReasonCode BUSY = ReasonCode.of("shard-busy");

  private final Leases leases;
  private final Supplier<Rulebook> rulebook;
  private final Map<String, Lease> held = new ConcurrentHashMap<>();

  ShardSlots(Leases leases, Supplier<Rulebook> rulebook) {
    this.leases = leases;
    this.rulebook = rulebook;
  }

  /**
   * Returns whether the target may be worked on. What is only looked at needs no slot, and keeps
   * the one it has until it is applied.
   */
  boolean serve(Target target, PromotionId promotion, TargetState state, Instant now) {
    boolean looksOnly =
        state.step() == TargetState.Step.WRITTEN && (state.syncAsked() || state.synced());
    if (!looksOnly) {
      return take(target.shard(), promotion, target.name(), now);
    }
    if (!state.synced() && !state.isOverdue()) {
      keep(target.shard(), promotion, target.name(), now);
    }
    return true;
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

  /** Renews the slot that this target has, if it has one. */
  private void keep(ShardName shard, PromotionId promotion, TargetName target, Instant now) {
    String holder = holder(promotion, target);
    for (String slot : slots(shard)) {
      if (leases.current(slot, now).filter(lease -> lease.holder().equals(holder)).isPresent()) {
        leases
            .acquire(slot, holder, now, LENGTH)
            .ifPresent(lease -> held.putIfAbsent(holder, lease));
      }
    }
  }

  /** Says who has the slots, as {@code promotion/target}. */
  Reason busy(Target target, Instant now) {
    List<String> holders =
        slots(target.shard()).stream()
            .flatMap(slot -> leases.current(slot, now).stream())
            .map(Lease::holder)
            .toList();
    String named = String.join(", ", holders.stream().limit(NAMED).toList());
    String more = holders.size() > NAMED ? " and " + (holders.size() - NAMED) + " more" : "";
    String by = holders.isEmpty() ? "other promotions" : named + more;
    return new Reason(
        BUSY,
        "Every slot of shard " + target.shard() + " is taken, by " + by + ".",
        "target " + target.name() + ", shard " + target.shard(),
        "No action needed; it continues when one of these is synced or has reached its deadline."
            + " Raise `concurrency` of the shard to let more be written at the same time. See what"
            + " it waits for.",
        holders.isEmpty()
            ? new NextStep.ListOpen()
            : new NextStep.Show(promotionOf(holders.get(0))));
  }

  private static String promotionOf(String holder) {
    return holder.substring(0, Math.max(0, holder.lastIndexOf('/')));
  }

  private static String holder(PromotionId promotion, TargetName target) {
    return promotion + "/" + target;
  }
}
