package dev.gatehouse.change;

import java.util.List;
import java.util.Optional;

/**
 * What someone wants to promote: an application's artifacts from one source commit (Kargo:
 * Freight).
 *
 * @param application the application's name
 * @param artifacts what is promoted; may be empty where the desired state is copied from another
 *     folder
 * @param source the source commit, or empty when unknown
 * @param authors everybody who wrote it: author, committer, co-authors
 * @param title one line for people
 */
public record Change(
    ApplicationName application,
    List<Artifact> artifacts,
    Optional<Revision> source,
    List<Author> authors,
    String title) {
  /** Bounds the title and copies the lists. */
  public Change {
    artifacts = List.copyOf(artifacts);
    authors = List.copyOf(authors);
    title = title.length() > 200 ? title.substring(0, 200) : title;
  }

  /**
   * Returns the identity that the content gives this change: the same artifacts and source are the
   * same change.
   */
  public ChangeId id() {
    CanonicalDigest content = new CanonicalDigest();
    content.add(application).add(artifacts).add(source);
    return ChangeId.of(application, content);
  }

  /** Returns the artifact with this name, or the only one when no name is given. */
  public Optional<Artifact> artifact(Optional<String> name) {
    if (name.isEmpty()) {
      return artifacts.size() == 1 ? Optional.of(artifacts.get(0)) : Optional.empty();
    }
    return artifacts.stream().filter(artifact -> artifact.name().equals(name.get())).findFirst();
  }
}
