package dev.gatehouse.config.settings;

import java.util.Map;
import java.util.Optional;

/**
 * What the file says about this installation, besides its rules; holds no secret.
 *
 * @param repositories the settings of each repository by its name
 * @param ledger where events are kept
 * @param defaultActor who acts on the command line when nobody is named
 */
public record GatehouseSettings(
    Map<String, RepositorySettings> repositories,
    LedgerSettings ledger,
    Optional<String> defaultActor) {
  /** Copies the map. */
  public GatehouseSettings {
    repositories = Map.copyOf(repositories);
  }

  /** Returns the settings of a repository; one that nobody knows needs no credentials. */
  public RepositorySettings repository(String name) {
    return repositories.getOrDefault(name, RepositorySettings.DEFAULT);
  }
}
