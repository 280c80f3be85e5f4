package dev.gatehouse.config.assembly;

import dev.gatehouse.stage.Mirror;
import java.util.List;
import java.util.Set;

/**
 * The names that the file defines; a list with a lost entry judges nobody.
 *
 * @param repositories the repositories
 * @param allRepositories whether no repository was lost
 * @param mirrors the registries that hold copies of images
 * @param shards the shards
 * @param allShards whether no shard was lost
 * @param windows the windows
 * @param allWindows whether no window was lost
 * @param groups the groups
 */
record DefinedNames(
    Set<String> repositories,
    boolean allRepositories,
    List<Mirror> mirrors,
    Set<String> shards,
    boolean allShards,
    Set<String> windows,
    boolean allWindows,
    Groups groups) {
  DefinedNames {
    mirrors = List.copyOf(mirrors);
  }
}
