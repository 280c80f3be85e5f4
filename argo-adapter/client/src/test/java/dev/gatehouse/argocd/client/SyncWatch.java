package dev.gatehouse.argocd.client;

import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.Operation;
import dev.gatehouse.argocd.model.OperationState;
import dev.gatehouse.http.ApiException;
import java.time.Duration;
import java.util.Optional;

/** Reads an application, with a refresh as the only pause, until our operation on it has ended. */
final class SyncWatch {
  private static final int READS = 60;

  private SyncWatch() {}

  static OperationState untilEnd(ArgoCdClient client, ApplicationRef ref, String note)
      throws ApiException {
    for (int read = 0; read < READS; read++) {
      Application now =
          client.applications().refresh(ref, RefreshKind.NORMAL, Duration.ofSeconds(60));
      Optional<OperationState> ended = now.status().operationState().filter(s -> ours(s, note));
      if (now.operation().isEmpty() && ended.isPresent()) {
        return ended.get();
      }
    }
    throw new AssertionError("the operation has not ended after " + READS + " refreshes");
  }

  private static boolean ours(OperationState state, String note) {
    return state.code().isTerminal()
        && state
            .operation()
            .flatMap((Operation operation) -> operation.info("gatehouse-contract"))
            .filter(note::equals)
            .isPresent();
  }
}
