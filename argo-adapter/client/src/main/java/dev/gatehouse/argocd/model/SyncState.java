package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Optional;

/**
 * The result of the last comparison.
 *
 * @param status the word on the wire; {@link #code()} is its meaning
 * @param revision the last compared revision of a single source, which need not be deployed
 * @param revisions the same of several sources, in their order
 */
public record SyncState(
    String status, Optional<String> revision, List<String> revisions, ComparedTo comparedTo) {
  static final SyncState EMPTY = new SyncState("", Optional.empty(), List.of(), ComparedTo.EMPTY);

  /** Copies the list and fills what is missing. */
  public SyncState {
    status = Given.text(status);
    revision = Given.filled(revision);
    revisions = Given.list(revisions);
    comparedTo = Given.or(comparedTo, ComparedTo.EMPTY);
  }

  /** What the word means. */
  public SyncCode code() {
    return SyncCode.of(status);
  }

  /** The compared revisions in the order of the sources, however many there are. */
  public List<String> allRevisions() {
    return revisions.isEmpty() ? revision.map(List::of).orElse(List.of()) : revisions;
  }

  /** What was compared, to tell a comparison of an older spec from one of this spec. */
  public record ComparedTo(
      Optional<ApplicationSource> source,
      List<ApplicationSource> sources,
      Optional<Destination> destination) {
    static final ComparedTo EMPTY = new ComparedTo(Optional.empty(), List.of(), Optional.empty());

    /** Copies the list. */
    public ComparedTo {
      sources = Given.list(sources);
    }

    /** The sources in order, however many there are. */
    public List<ApplicationSource> allSources() {
      return sources.isEmpty() ? source.map(List::of).orElse(List.of()) : sources;
    }
  }
}
