package dev.gatehouse.spi;

import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.TargetName;

/** Something to look at again: a promotion to decide on, a target to work on, a source to ask. */
public sealed interface WakeUp {
  /** The kind of wake-up; one constant per record. */
  enum Kind {
    DECIDE,
    EXECUTE,
    COLLECT
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

  /** Ask a source of evidence; a process that does not have the source leaves it to others. */
  record Collect(PromotionId promotion, SourceName source) implements WakeUp {
    @Override
    public Kind kind() {
      return Kind.COLLECT;
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
