package dev.gatehouse.spi;

import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.TargetName;

/** Something to look at again: a promotion to decide on, or a target to work on. */
public sealed interface WakeUp {
  /** The kind of wake-up; one constant per record. */
  enum Kind {
    DECIDE,
    EXECUTE
  }

  /** Returns the kind. */
  Kind kind();

  /** Returns the promotion. */
  PromotionId promotion();

  /** Decide what comes next; any process can. */
  record Decide(PromotionId promotion) implements WakeUp {
    @Override
    public Kind kind() {
      return Kind.DECIDE;
    }
  }

  /** Work on a target; only a process that serves its shard can. */
  record Execute(PromotionId promotion, TargetName target, ShardName shard) implements WakeUp {
    @Override
    public Kind kind() {
      return Kind.EXECUTE;
    }
  }
}
