package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Optional;

/**
 * What a sync was told to do.
 *
 * @param revision the revision as it was resolved when it was asked for
 * @param resources the objects of a partial sync; hooks do not run then
 */
public record SyncOperation(
    Optional<String> revision,
    List<String> revisions,
    boolean prune,
    boolean dryRun,
    List<ResourceRef> resources,
    Optional<SyncStrategy> syncStrategy,
    Optional<ApplicationSource> source,
    List<ApplicationSource> sources,
    List<String> syncOptions,
    List<String> manifests) {
  /** Copies the lists. */
  public SyncOperation {
    revision = Given.filled(revision);
    revisions = Given.list(revisions);
    resources = Given.list(resources);
    sources = Given.list(sources);
    syncOptions = Given.list(syncOptions);
    manifests = Given.list(manifests);
  }

  /** The revisions in the order of the sources, however many there are. */
  public List<String> allRevisions() {
    return revisions.isEmpty() ? revision.map(List::of).orElse(List.of()) : revisions;
  }

  /** Whether it is about some of the objects only. */
  public boolean isPartial() {
    return !resources.isEmpty();
  }
}
