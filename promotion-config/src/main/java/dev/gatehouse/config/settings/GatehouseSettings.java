package dev.gatehouse.config.settings;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the file says about this installation, besides its rules; holds no secret.
 *
 * @param repositories the settings of each repository by its name
 * @param controlPlanes how the control planes of each shard are reached, by the name of the shard
 * @param ledger where events are kept
 * @param defaultActor who acts on the command line when nobody is named
 */
public record GatehouseSettings(
    Map<String, RepositorySettings> repositories,
    Map<String, List<ControlPlaneServer>> controlPlanes,
    LedgerSettings ledger,
    Optional<String> defaultActor) {
  /** Copies the maps. */
  public GatehouseSettings {
    repositories = Map.copyOf(repositories);
    Map<String, List<ControlPlaneServer>> copy = new HashMap<>();
    controlPlanes.forEach((shard, servers) -> copy.put(shard, List.copyOf(servers)));
    controlPlanes = Collections.unmodifiableMap(copy);
  }

  /** Returns the settings of a repository; one that nobody knows needs no credentials. */
  public RepositorySettings repository(String name) {
    return repositories.getOrDefault(name, RepositorySettings.DEFAULT);
  }

  /** Returns how the control plane of a shard is reached that an adapter knows by this record. */
  public <T extends ControlPlaneServer> Optional<T> controlPlane(String shard, Class<T> type) {
    return controlPlanes.getOrDefault(shard, List.of()).stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
