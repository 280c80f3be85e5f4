package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.Optional;

/**
 * An Argo CD Application as one answer showed it.
 *
 * @param status empty parts where the answer was a projection
 * @param operation what was asked for and is not finished
 */
public record Application(
    ObjectMeta metadata,
    ApplicationSpec spec,
    ApplicationStatus status,
    Optional<Operation> operation) {
  /** Refuses an answer that names no application. */
  public Application {
    if (metadata == null) {
      throw new IllegalArgumentException("the answer has no metadata");
    }
    spec = Given.or(spec, ApplicationSpec.EMPTY);
    status = Given.or(status, ApplicationStatus.EMPTY);
  }

  /** Names it as the other calls want it. */
  public ApplicationRef ref() {
    return new ApplicationRef(metadata.name(), spec.project(), metadata.namespace());
  }

  /** Whether Argo CD syncs it without being asked. */
  public boolean isAutoSyncOn() {
    return spec.isAutoSyncOn();
  }

  /** Whether a refresh was asked for and is not done. */
  public boolean awaitsRefresh() {
    return metadata.annotations().containsKey(ObjectMeta.REFRESH);
  }
}
