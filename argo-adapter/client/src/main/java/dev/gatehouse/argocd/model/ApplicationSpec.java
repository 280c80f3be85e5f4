package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Optional;

/**
 * What an application should be.
 *
 * @param project its project; {@code default} when the answer leaves it out
 * @param source the one source, of an application that has one
 * @param sources the sources in order, of an application that has several
 */
public record ApplicationSpec(
    String project,
    Optional<ApplicationSource> source,
    List<ApplicationSource> sources,
    Optional<SourceHydrator> sourceHydrator,
    Destination destination,
    Optional<SyncPolicy> syncPolicy,
    Optional<Long> revisionHistoryLimit) {
  static final ApplicationSpec EMPTY =
      new ApplicationSpec(
          "default",
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Destination.EMPTY,
          Optional.empty(),
          Optional.empty());

  /** Copies the list and fills what is missing. */
  public ApplicationSpec {
    project = Given.text(project).isEmpty() ? "default" : project;
    sources = Given.list(sources);
    destination = Given.or(destination, Destination.EMPTY);
  }

  /** The sources in order, however many there are. */
  public List<ApplicationSource> allSources() {
    return sources.isEmpty() ? source.map(List::of).orElse(List.of()) : sources;
  }

  /** Whether it has {@code sources}, so that revisions come as a list. */
  public boolean isMultiSource() {
    return !sources.isEmpty();
  }

  /** Whether Argo CD syncs it without being asked. */
  public boolean isAutoSyncOn() {
    return syncPolicy.flatMap(SyncPolicy::automated).filter(Automated::isOn).isPresent();
  }
}
