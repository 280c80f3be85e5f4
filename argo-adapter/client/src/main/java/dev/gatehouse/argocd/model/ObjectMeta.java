package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The metadata of a Kubernetes object.
 *
 * @param name its name
 * @param labels its labels, in the order of the answer
 * @param annotations its annotations, in the order of the answer
 * @param resourceVersion the version to send back with a write
 * @param deletionTimestamp when it began to be deleted
 */
public record ObjectMeta(
    String name,
    Optional<String> namespace,
    Map<String, String> labels,
    Map<String, String> annotations,
    Optional<String> resourceVersion,
    Optional<String> uid,
    Optional<Instant> creationTimestamp,
    Optional<Instant> deletionTimestamp) {
  /** The annotation that is on an application while a refresh is asked for and not yet done. */
  public static final String REFRESH = "argocd.argoproj.io/refresh";

  /** Refuses an object without a name. */
  public ObjectMeta {
    Given.required(name, "metadata.name");
    namespace = Given.filled(namespace);
    labels = Given.map(labels);
    annotations = Given.map(annotations);
  }

  /** Whether it is on its way out. */
  public boolean isDeleting() {
    return deletionTimestamp.isPresent();
  }
}
