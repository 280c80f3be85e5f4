package dev.gatehouse.argo.watch;

import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.OperationState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What lists and streams show of an application; a change of it is worth a closer look. */
record ObservedFields(
    String sync,
    Optional<String> revision,
    String health,
    Optional<String> phase,
    Optional<Instant> finishedAt) {
  /** The fields that it is made of, as lists and streams name them. */
  static final List<String> FIELDS =
      List.of(
          "metadata.name",
          "metadata.namespace",
          "status.sync.status",
          "status.sync.revision",
          "status.health",
          "status.operationState.phase",
          "status.operationState.finishedAt");

  static ObservedFields of(Application application) {
    Optional<OperationState> state = application.status().operationState();
    return new ObservedFields(
        application.status().sync().status(),
        application.status().sync().revision(),
        application.status().health().status(),
        state.map(OperationState::phase),
        state.flatMap(OperationState::finishedAt));
  }
}
