package dev.gatehouse.spi;

import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.stage.TargetName;
import java.util.List;

/** Remembers what was about to be pushed; durable when {@link #record} returns. Thread-safe. */
public interface WriteIntents {
  /**
   * Records all intents or none.
   *
   * @throws dev.gatehouse.reason.StaleStateException if the lease no longer belongs to its holder
   *     and epoch
   */
  default void record(Lease lease, List<WriteIntent> intents) {
    record(lease, intents, List.of());
  }

  /**
   * Forgets the lost intents and records the others, or does nothing; one that is in both is kept
   * once.
   *
   * @param lost intents whose commit cannot reach the branch any more
   * @throws dev.gatehouse.reason.StaleStateException if the lease no longer belongs to its holder
   *     and epoch
   */
  void record(Lease lease, List<WriteIntent> intents, List<WriteIntent> lost);

  /** Returns every intent of this promotion and target, oldest first. */
  List<WriteIntent> of(PromotionId promotion, TargetName target);
}
