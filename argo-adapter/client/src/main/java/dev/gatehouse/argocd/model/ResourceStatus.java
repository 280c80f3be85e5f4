package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.Optional;

/** One object that an application manages; health is missing in lists. */
public record ResourceStatus(
    String group,
    String version,
    String kind,
    String namespace,
    String name,
    String status,
    Optional<HealthState> health,
    boolean hook,
    boolean requiresPruning,
    boolean requiresDeletionConfirmation,
    long syncWave) {
  /** Fills what is missing. */
  public ResourceStatus {
    group = Given.text(group);
    version = Given.text(version);
    kind = Given.text(kind);
    namespace = Given.text(namespace);
    name = Given.text(name);
    status = Given.text(status);
  }

  /** What {@link #status()} means. */
  public SyncCode code() {
    return SyncCode.of(status);
  }
}
