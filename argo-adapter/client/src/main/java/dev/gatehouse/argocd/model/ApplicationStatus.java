package dev.gatehouse.argocd.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Argo CD has seen of an application.
 *
 * @param operationState the last operation or the one that runs; a new request takes it away
 * @param history the deployed revisions, newest last
 * @param reconciledAt when the last comparison began, in whole seconds
 */
public record ApplicationStatus(
    SyncState sync,
    HealthState health,
    Optional<OperationState> operationState,
    List<HistoryEntry> history,
    List<Condition> conditions,
    List<ResourceStatus> resources,
    Optional<Instant> reconciledAt,
    Summary summary,
    Optional<HydratorState> sourceHydrator,
    Optional<String> resourceHealthSource) {
  static final ApplicationStatus EMPTY =
      new ApplicationStatus(
          SyncState.EMPTY,
          HealthState.EMPTY,
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Summary.EMPTY,
          Optional.empty(),
          Optional.empty());

  /** Copies the lists and fills what is missing. */
  public ApplicationStatus {
    sync = Given.or(sync, SyncState.EMPTY);
    health = Given.or(health, HealthState.EMPTY);
    history = Given.list(history);
    conditions = Given.list(conditions);
    resources = Given.list(resources);
    summary = Given.or(summary, Summary.EMPTY);
  }

  /** What Argo CD says about all of the application's objects together. */
  public record Summary(
      List<String> images,
      @JsonProperty("externalURLs") List<String> externalUrls,
      boolean isAppOfApps) {
    static final Summary EMPTY = new Summary(List.of(), List.of(), false);

    /** Copies the lists. */
    public Summary {
      images = Given.list(images);
      externalUrls = Given.list(externalUrls);
    }
  }
}
