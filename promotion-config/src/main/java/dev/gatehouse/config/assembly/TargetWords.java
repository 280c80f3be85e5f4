package dev.gatehouse.config.assembly;

import dev.gatehouse.config.controlplane.TargetContext;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.stage.ShardName;

/** What is known about one target when its control plane's settings are read. */
record TargetWords(Placeholders words, ShardName shard, boolean hasServer)
    implements TargetContext {
  @Override
  public String fill(Located<String> text) {
    return words.fill(text);
  }

  @Override
  public Problems problems() {
    return words.problems();
  }
}
