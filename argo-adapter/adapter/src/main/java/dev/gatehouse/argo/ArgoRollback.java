package dev.gatehouse.argo;

import dev.gatehouse.argocd.client.Rollback;
import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.HistoryEntry;
import dev.gatehouse.argocd.model.Operation;
import dev.gatehouse.argocd.model.OperationState;
import dev.gatehouse.argocd.model.SyncOperation;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.spi.SyncOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rollback from a revision on one answer of Argo CD, to the newest deployment of another one.
 *
 * <p>Back from the revision only while it is what ran last, whether it went well, and so is last in
 * the history, or failed, and so does not; otherwise someone went back already.
 *
 * @param asked the revision that failed
 * @param answer the application as it is
 * @param source which of its sources the revision is of; negative for none
 */
record ArgoRollback(ArgoRevision asked, Application answer, int source) {
  static ArgoRollback of(ArgoRevision asked, Application answer) {
    return new ArgoRollback(asked, answer, asked.match(answer).index());
  }

  SyncOutcome carryOut(ArgoCdShard shard, Instant now) throws ApiException {
    Optional<HistoryEntry> before = before();
    if (answer.operation().isPresent()) {
      boolean goesBack = before.filter(this::isUnderWay).isPresent();
      return goesBack ? new SyncOutcome.Asked() : SyncFailure.busy(asked, now);
    }
    if (!isWhatRanLast()) {
      return new SyncOutcome.Asked();
    }
    if (before.isEmpty()) {
      return new SyncOutcome.Refused(ArgoReasons.noWayBack(asked.written().target()));
    }
    shard
        .client()
        .applications()
        .rollback(asked.ref(), new Rollback(before.get().id(), false, false));
    return new SyncOutcome.Asked();
  }

  private Optional<HistoryEntry> before() {
    return answer.status().history().stream()
        .filter(entry -> !asked.isAt(entry.allRevisions(), source))
        .reduce((older, newer) -> newer);
  }

  private boolean isWhatRanLast() {
    List<HistoryEntry> history = answer.status().history();
    boolean newest =
        !history.isEmpty() && asked.isAt(history.get(history.size() - 1).allRevisions(), source);
    return newest
        || answer
            .status()
            .operationState()
            .flatMap(OperationState::operation)
            .flatMap(Operation::sync)
            .filter(sync -> asked.isAt(sync.allRevisions(), source))
            .isPresent();
  }

  private boolean isUnderWay(HistoryEntry entry) {
    return answer
        .operation()
        .flatMap(Operation::sync)
        .map(SyncOperation::allRevisions)
        .filter(revisions -> source >= 0 && source < revisions.size())
        .filter(revisions -> source < entry.allRevisions().size())
        .filter(revisions -> revisions.get(source).equals(entry.allRevisions().get(source)))
        .isPresent();
  }
}
