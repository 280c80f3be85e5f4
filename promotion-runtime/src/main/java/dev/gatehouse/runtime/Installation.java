package dev.gatehouse.runtime;

import dev.gatehouse.config.LoadedConfiguration;
import dev.gatehouse.config.settings.GatehouseSettings;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.stage.Shard;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One reading of the rules and the settings, which belong together; immutable.
 *
 * @param rules the rules
 * @param settings how repositories, control planes and the ledger are reached
 */
record Installation(Rulebook rules, GatehouseSettings settings) {
  static Installation of(LoadedConfiguration.Loaded loaded) {
    return new Installation(loaded.rulebook(), loaded.settings());
  }

  /**
   * Returns what of a newer reading a running process cannot take over, or an empty text: the
   * ledger is open and the connections to control planes are made.
   */
  String needsRestart(Installation newer) {
    if (!settings.ledger().equals(newer.settings.ledger())) {
      return "the ledger";
    }
    boolean samePlanes = settings.controlPlanes().equals(newer.settings.controlPlanes());
    return samePlanes && driven().containsAll(newer.driven()) ? "" : "the control planes of shards";
  }

  /** The shards whose control plane a process of this installation is connected to. */
  private Set<String> driven() {
    return rules.shards().values().stream()
        .filter(shard -> shard.reach() == Shard.Reach.EXECUTABLE)
        .map(shard -> shard.name().value())
        .filter(settings.controlPlanes()::containsKey)
        .collect(Collectors.toSet());
  }
}
