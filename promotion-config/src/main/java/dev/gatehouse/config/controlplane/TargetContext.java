package dev.gatehouse.config.controlplane;

import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.stage.ShardName;

/** What helps to read what a target says to its control plane; for one thread. */
public interface TargetContext {
  /** Returns the text with its placeholders replaced; an unknown one is noted. */
  String fill(Located<String> text);

  /** Returns the shard of the target. */
  ShardName shard();

  /** Returns whether the shard has a control plane of this kind, or was meant to have one. */
  boolean hasServer();

  /** Returns what takes the mistakes. */
  Problems problems();
}
