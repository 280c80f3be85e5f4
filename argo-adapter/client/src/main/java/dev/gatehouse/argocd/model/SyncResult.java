package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Optional;

/** What a sync has done, with the revisions in the order of the sources. */
public record SyncResult(
    Optional<String> revision,
    List<String> revisions,
    Optional<ApplicationSource> source,
    List<ApplicationSource> sources,
    List<ResourceResult> resources) {
  /** Copies the lists. */
  public SyncResult {
    revision = Given.filled(revision);
    revisions = Given.list(revisions);
    sources = Given.list(sources);
    resources = Given.list(resources);
  }

  /** The revisions in the order of the sources, however many there are. */
  public List<String> allRevisions() {
    return revisions.isEmpty() ? revision.map(List::of).orElse(List.of()) : revisions;
  }

  /** The sources in order, however many there are. */
  public List<ApplicationSource> allSources() {
    return sources.isEmpty() ? source.map(List::of).orElse(List.of()) : sources;
  }
}
