package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.Optional;

/**
 * One object as it should be and as it is; each state is JSON text, {@code null} for an object that
 * is not there. Secrets come masked; hooks are left out.
 */
public record ManagedResource(
    String group,
    String kind,
    String namespace,
    String name,
    Optional<String> targetState,
    Optional<String> liveState,
    Optional<String> normalizedLiveState,
    Optional<String> predictedLiveState,
    Optional<String> resourceVersion,
    boolean hook,
    boolean modified) {
  /** Fills what is missing. */
  public ManagedResource {
    group = Given.text(group);
    kind = Given.text(kind);
    namespace = Given.text(namespace);
    name = Given.text(name);
  }
}
