package dev.gatehouse.identity;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a right holds; an empty set means everywhere.
 *
 * @param applications the applications
 * @param stages the stages
 * @param shards the shards
 */
public record Scope(Set<String> applications, Set<String> stages, Set<String> shards) {
  /** Everywhere. */
  public static final Scope EVERYWHERE = new Scope(Set.of(), Set.of(), Set.of());

  /** Copies the sets in a stable order. */
  public Scope {
    applications = Collections.unmodifiableSet(new TreeSet<>(applications));
    stages = Collections.unmodifiableSet(new TreeSet<>(stages));
    shards = Collections.unmodifiableSet(new TreeSet<>(shards));
  }

  /**
   * Returns whether the whole place lies in it. A right for one application does not cover an act
   * that is about no application, such as driving a shard.
   */
  public boolean covers(Place place) {
    return covers(applications, place.application())
        && covers(stages, place.stage())
        && covers(shards, place.shard());
  }

  private static boolean covers(Set<String> names, Optional<String> name) {
    return names.isEmpty() || name.map(names::contains).orElse(false);
  }
}
