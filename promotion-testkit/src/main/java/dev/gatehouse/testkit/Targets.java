package dev.gatehouse.testkit;

import dev.gatehouse.stage.ControlPlaneSettings;
import dev.gatehouse.stage.Repository;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Targets for tests that need one and do not write to it. */
public final class Targets {
  private Targets() {}

  /** Returns a target whose folder has its name. */
  public static Target target(String name, String shard) {
    return target(name, shard, Optional.empty());
  }

  /** Returns a target that a control plane follows. */
  public static Target target(String name, String shard, ControlPlaneSettings settings) {
    return target(name, shard, Optional.of(settings));
  }

  private static Target target(String name, String shard, Optional<ControlPlaneSettings> settings) {
    return new Target(
        new TargetName(name),
        new ShardName(shard),
        new Repository("desired", "memory:desired", Rulebooks.BRANCH),
        name,
        List.of(),
        0,
        Set.of(),
        settings);
  }
}
