package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.ShardEntry;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import java.util.LinkedHashMap;
import java.util.Map;

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
}
