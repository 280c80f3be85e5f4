package dev.gatehouse.stage;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One place where a stage's change becomes real: a folder of desired state that one shard follows.
 *
 * @param name its name
 * @param shard who drives it
 * @param repository where its desired state stands
 * @param folder the folder whose manifests it renders, relative to the repository
 * @param updates what promoting a change edits there
 * @param order targets of a lower order go in earlier waves; a wave never mixes two orders
 * @param tenants the tenants that use it
 * @param argo the Argo CD application that follows it, where one does
 */
public record Target(
    TargetName name,
    ShardName shard,
    Repository repository,
    String folder,
    List<Update> updates,
    int order,
    Set<String> tenants,
    Optional<ArgoApplication> argo) {
  /** Copies the collections. */
  public Target {
    updates = List.copyOf(updates);
    tenants = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(tenants));
  }
}
