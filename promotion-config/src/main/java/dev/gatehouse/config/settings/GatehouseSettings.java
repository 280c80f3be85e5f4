package dev.gatehouse.config.settings;

import java.util.Map;
import java.util.Optional;

/**
 * What the file says about this installation, besides its rules; holds no secret.
 *
 * @param repositories the settings of each repository by its name
 * @param argo the Argo CD of each shard that has one, by the name of the shard
 * @param ledger where events are kept
 * @param defaultActor who acts on the command line when nobody is named
 */
public record GatehouseSettings(
    Map<String, RepositorySettings> repositories,
    Map<String, ArgoSettings> argo,
    LedgerSettings ledger,
    Optional<String> defaultActor) {
  /** Copies the maps. */
  public GatehouseSettings {
    repositories = Map.copyOf(repositories);
    argo = Map.copyOf(argo);
  }

  /** Returns the settings of a repository; one that nobody knows needs no credentials. */
  public RepositorySettings repository(String name) {
    return repositories.getOrDefault(name, RepositorySettings.DEFAULT);
  }

  /** Returns the Argo CD of a shard; empty if it has none. */
  public Optional<ArgoSettings> argo(String shard) {
    return Optional.ofNullable(argo.get(shard));
  }
}
