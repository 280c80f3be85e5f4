package dev.gatehouse.stage;

import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which part of a change an update writes, and where it may.
 *
 * @param part the part
 * @param artifact the artifact's name; empty means the one that the edited place names, or else the
 *     change's only artifact
 * @param mirrors copies of images that count as the original
 * @param shared whether the place may be one that others share by an anchor; they change with it
 */
public record ValueFrom(
    Part part, Optional<String> artifact, List<Mirror> mirrors, boolean shared) {
  /** A part of a change that can be written as a scalar. */
  public enum Part {
    TAG,
    DIGEST,
    TAG_AND_DIGEST,
    REFERENCE,
    REVISION
  }

  /** Copies the mirrors. */
  public ValueFrom {
    mirrors = List.copyOf(mirrors);
  }

  /** Creates a value without mirrors, for a place that is not shared. */
  public ValueFrom(Part part, Optional<String> artifact) {
    this(part, artifact, List.of(), false);
  }

  /** Returns the part of the artifact that the place names, or of the change's only one. */
  public static ValueFrom only(Part part) {
    return new ValueFrom(part, Optional.empty());
  }

  /** Returns the value, or empty when the change does not have it. */
  public Optional<String> resolve(Change change) {
    if (part == Part.REVISION) {
      return change.source().map(Revision::value);
    }
    return change.artifact(artifact).flatMap(this::of);
  }

  /** Returns this part of an artifact, or empty when the artifact does not have it. */
  public Optional<String> of(Artifact chosen) {
    return switch (part) {
      case TAG -> chosen.tag();
      case DIGEST -> chosen.digest();
      case TAG_AND_DIGEST -> chosen.tag().flatMap(t -> chosen.digest().map(d -> t + "@" + d));
      default -> Optional.of(chosen.reference());
    };
  }

  /**
   * Returns the artifact that is written at a place of these names.
   *
   * @param change what is promoted
   * @param names the images that the place represents, the nearest first; empty where it names none
   */
  public ArtifactChoice choose(Change change, List<String> names) {
    List<Artifact> all = change.artifacts();
    if (artifact.isPresent()) {
      return named(all, artifact.get())
          .<ArtifactChoice>map(ArtifactChoice.Chosen::new)
          .orElseGet(() -> new ArtifactChoice.NotBrought(artifact.get()));
    }
    boolean nameIsWritten = part == Part.REFERENCE && all.size() == 1;
    if (names.isEmpty() || nameIsWritten) {
      return switch (all.size()) {
        case 0 -> new ArtifactChoice.NotBrought(names.isEmpty() ? "an artifact" : names.get(0));
        case 1 -> new ArtifactChoice.Chosen(all.get(0));
        default -> new ArtifactChoice.Unclear();
      };
    }
    return names.stream()
        .flatMap(name -> named(all, name).stream())
        .findFirst()
        .<ArtifactChoice>map(ArtifactChoice.Chosen::new)
        .orElseGet(() -> new ArtifactChoice.NotBrought(names.get(0)));
  }

  private Optional<Artifact> named(List<Artifact> all, String name) {
    return all.stream()
        .filter(a -> a.name().equals(name))
        .findFirst()
        .or(() -> all.stream().filter(a -> isSame(a.name(), name)).findFirst());
  }

  private boolean isSame(String one, String other) {
    return ImageNames.same(one, other, mirrors);
  }

  /** Returns the words for people, such as {@code digest of ghcr.io/acme/checkout}. */
  public String label() {
    String word = part.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return part == Part.REVISION
        ? "source revision"
        : word + " of " + artifact.orElse("one artifact");
  }
}
