package dev.gatehouse.identity;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A right that groups hold in a scope.
 *
 * @param groups the groups; empty for nobody
 * @param scope where
 */
public record Grant(Set<String> groups, Scope scope) {
  /** Copies the set in a stable order. */
  public Grant {
    groups = Collections.unmodifiableSet(new TreeSet<>(groups));
  }

  boolean holds(Actor actor) {
    return groups.stream().anyMatch(actor.groups()::contains);
  }
}
