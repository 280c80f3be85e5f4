package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.ShardEntry;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes the shards. */
record Shards(Names names) {
  Map<ShardName, Shard> assemble(Listing<ShardEntry> written) {
    Map<ShardName, Shard> shards = new LinkedHashMap<>();
    names
        .unique("shard", written, ShardEntry::name)
        .forEach(
            (name, entry) ->
                shards.put(
                    new ShardName(name),
                    new Shard(
                        new ShardName(name),
                        entry.reach().orElse(Shard.Reach.EXECUTABLE),
                        entry.concurrency().orElse(1),
                        entry.frozen())));
    return shards;
  }

  /**
   * Returns the names of those with a control plane of a kind, also where it was lost to a mistake.
   */
  Set<String> with(String key, Listing<ShardEntry> written) {
    return written.stream()
        .filter(entry -> entry.controlPlanes().written().containsKey(key) || isLost(entry, key))
        .map(entry -> entry.name().value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isLost(ShardEntry entry, String key) {
    return names.problems().within(entry.name().place().parent() + "." + key);
  }
}
