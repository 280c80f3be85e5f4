package dev.gatehouse.stage;

import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import java.util.Optional;

/**
 * Which part of a change an update writes.
 *
 * @param part the part
 * @param artifact the artifact's name; empty means the change's only artifact
 */
public record ValueFrom(Part part, Optional<String> artifact) {
  /** A part of a change that can be written as a scalar. */
  public enum Part {
    TAG,
    DIGEST,
    REFERENCE,
    REVISION
  }

  /** Returns the part of the change's only artifact. */
  public static ValueFrom only(Part part) {
    return new ValueFrom(part, Optional.empty());
  }

  /** Returns the value, or empty when the change does not have it. */
  public Optional<String> resolve(Change change) {
    if (part == Part.REVISION) {
      return change.source().map(Revision::value);
    }
    Optional<Artifact> found = change.artifact(artifact);
    return switch (part) {
      case TAG -> found.flatMap(Artifact::tag);
      case DIGEST -> found.flatMap(Artifact::digest);
      default -> found.map(Artifact::reference);
    };
  }

  /** Returns the words for people, such as {@code digest of ghcr.io/acme/checkout}. */
  public String label() {
    String word = part.name().toLowerCase(java.util.Locale.ROOT);
    return part == Part.REVISION
        ? "source revision"
        : word + " of " + artifact.orElse("one artifact");
  }
}
