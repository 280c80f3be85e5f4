package dev.gatehouse.argocd.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Of which revisions manifests are expected. Immutable.
 *
 * @param revision of a single source; the application's target revision when missing
 * @param revisions of several sources, one for each position
 * @param sourcePositions the sources they belong to, counted from 1
 * @param fresh whether what the server remembers is left aside, which is expensive
 */
public record ManifestQuery(
    Optional<String> revision, List<String> revisions, List<Long> sourcePositions, boolean fresh) {
  /** Copies the lists, and refuses what some servers answer by falling over. */
  public ManifestQuery {
    revisions = List.copyOf(revisions);
    sourcePositions = List.copyOf(sourcePositions);
    if (revisions.size() != sourcePositions.size()
        || sourcePositions.stream().anyMatch(position -> position < 1)) {
      throw new IllegalArgumentException(
          "each revision needs its source's position from 1: " + sourcePositions);
    }
  }

  /** Of the target revisions. */
  public static ManifestQuery target() {
    return new ManifestQuery(Optional.empty(), List.of(), List.of(), false);
  }

  /** Of this revision of a single source. */
  public static ManifestQuery of(String revision) {
    return new ManifestQuery(Optional.of(revision), List.of(), List.of(), false);
  }

  /** Of these revisions of several sources, by their positions from 1. */
  public static ManifestQuery ofSources(Map<Long, String> byPosition) {
    List<String> revisions = new ArrayList<>();
    List<Long> positions = new ArrayList<>();
    byPosition.forEach(
        (position, revision) -> {
          positions.add(position);
          revisions.add(revision);
        });
    return new ManifestQuery(Optional.empty(), revisions, positions, false);
  }

  /** The same, recreated. */
  public ManifestQuery madeAnew() {
    return new ManifestQuery(revision, revisions, sourcePositions, true);
  }
}
