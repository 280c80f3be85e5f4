package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a Kubernetes object; its {@code managedFields} are never read.
 *
 * @param name its name; empty in the metadata of a list
 * @param labels its labels, in the order of the answer
 * @param annotations its annotations, in the order of the answer
 * @param resourceVersion its version
 * @param deletionTimestamp when it began to be deleted
 */
public record ObjectMeta(
    String name,
    Optional<String> namespace,
    Optional<String> uid,
    Optional<String> resourceVersion,
    long generation,
    Optional<Instant> creationTimestamp,
    Optional<Instant> deletionTimestamp,
    Map<String, String> labels,
    Map<String, String> annotations) {
  /** The annotation that names who created an object, as Kargo saw it. */
  public static final String CREATE_ACTOR = "kargo.akuity.io/create-actor";

  /** The label that names the shard whose controller looks after an object. */
  public static final String SHARD = "kargo.akuity.io/shard";

  /** The annotation that asks for the end of a Promotion or of a verification. */
  public static final String ABORT = "kargo.akuity.io/abort";

  /** The empty one. */
  static final ObjectMeta EMPTY =
      new ObjectMeta(
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Map.of());

  /** Fills what is missing. */
  public ObjectMeta {
    name = Given.text(name);
    namespace = Given.filled(namespace);
    uid = Given.filled(uid);
    resourceVersion = Given.filled(resourceVersion);
    labels = Given.map(labels);
    annotations = Given.map(annotations);
  }

  /** Returns whether it is on its way out. */
  public boolean isDeleting() {
    return deletionTimestamp.isPresent();
  }

  /** Returns the same; refuses the metadata of an object that has no name. */
  static ObjectMeta named(@Nullable ObjectMeta metadata, String what) {
    if (metadata == null || metadata.name().isEmpty()) {
      throw new IllegalArgumentException("the answer is no " + what + ": it has no name");
    }
    return metadata;
  }
}
