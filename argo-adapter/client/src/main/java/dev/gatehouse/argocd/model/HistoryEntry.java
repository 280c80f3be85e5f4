package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A revision that was deployed in full. */
public record HistoryEntry(
    long id,
    Optional<String> revision,
    List<String> revisions,
    Optional<ApplicationSource> source,
    List<ApplicationSource> sources,
    Optional<Instant> deployStartedAt,
    Optional<Instant> deployedAt,
    Operation.Initiator initiatedBy) {
  /** Copies the lists and fills what is missing. */
  public HistoryEntry {
    revision = Given.filled(revision);
    revisions = Given.list(revisions);
    sources = Given.list(sources);
    initiatedBy = Given.or(initiatedBy, Operation.Initiator.EMPTY);
  }

  /** The revisions in the order of the sources, however many there are. */
  public List<String> allRevisions() {
    return revisions.isEmpty() ? revision.map(List::of).orElse(List.of()) : revisions;
  }
}
