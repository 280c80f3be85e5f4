package dev.gatehouse.argo;

import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.HistoryEntry;
import dev.gatehouse.argocd.model.OperationState;
import dev.gatehouse.argocd.model.SyncResult;
import dev.gatehouse.spi.Ancestry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Since when an application has been synced to a revision without another one in between; pure. */
record SyncedSince(Application application, ArgoRevision asked, Ancestry ancestry) {
  /** A sync: when it began, and the revisions of the sources. */
  private record Sync(Instant began, List<String> revisions) {}

  /** Returns when the first sync of it began; empty when the last sync was of something else. */
  Optional<Instant> find(int source) {
    List<Sync> newestFirst =
        Stream.concat(
                application.status().history().stream().flatMap(entry -> of(entry).stream()),
                application.status().operationState().stream().flatMap(state -> of(state).stream()))
            .sorted(Comparator.comparing(Sync::began).reversed())
            .toList();
    return newestFirst.stream()
        .takeWhile(sync -> asked.holds(sync.revisions(), source, ancestry))
        .map(Sync::began)
        .reduce((newer, older) -> older);
  }

  private static Optional<Sync> of(HistoryEntry entry) {
    return entry
        .deployStartedAt()
        .or(entry::deployedAt)
        .map(began -> new Sync(began, entry.allRevisions()));
  }

  /** While a sync runs, and when it fails, it is not in the history. */
  private static Optional<Sync> of(OperationState state) {
    return state
        .startedAt()
        .flatMap(
            began ->
                state.syncResult().map(SyncResult::allRevisions).map(all -> new Sync(began, all)));
  }
}
