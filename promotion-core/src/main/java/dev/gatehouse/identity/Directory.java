package dev.gatehouse.identity;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who is in which group now; a decision's membership is looked up again whenever it is used.
 *
 * @param actors the known actors by id
 * @param aliases other names of an actor, such as e-mail addresses in commits, each with the
 *     actor's id
 */
public record Directory(Map<String, Actor> actors, Map<String, String> aliases) {
  /** A directory that knows nobody; the groups that callers bring are then believed. */
  public static final Directory EMPTY = new Directory(Map.of(), Map.of());

  /** Copies the maps and folds the letter case of their keys. */
  public Directory {
    actors = folded(actors);
    aliases = folded(aliases);
  }

  /** Returns a directory of these actors without aliases. */
  public static Directory of(Actor... actors) {
    Map<String, Actor> byId = new TreeMap<>();
    for (Actor actor : actors) {
      byId.put(actor.id(), actor);
    }
    return new Directory(byId, Map.of());
  }

  /** Tells whether nobody is known. */
  public boolean isEmpty() {
    return actors.isEmpty();
  }

  /** Returns the actor with this id or alias, whatever its letter case. */
  public Optional<Actor> find(String id) {
    return Optional.ofNullable(actors.get(idOf(id).toLowerCase(Locale.ROOT)));
  }

  /**
   * Returns the actor with the kind and groups of today; where there is a directory, what a caller
   * claims counts nothing.
   */
  public Actor today(Actor claimed) {
    return find(claimed.id())
        .orElse(isEmpty() ? claimed : new Actor(claimed.id(), claimed.kind(), Set.of()));
  }

  /** Returns the id behind an alias, or the name itself when it is none. */
  public String idOf(String name) {
    return Optional.ofNullable(aliases.get(name.toLowerCase(Locale.ROOT))).orElse(name);
  }

  /** Returns the groups the id has now; an unknown id has none. */
  public Set<String> groupsOf(String id) {
    return find(id).map(Actor::groups).orElse(Set.of());
  }

  private static <T> Map<String, T> folded(Map<String, T> map) {
    Map<String, T> copy = new TreeMap<>();
    map.forEach((key, value) -> copy.put(key.toLowerCase(Locale.ROOT), value));
    return Collections.unmodifiableMap(copy);
  }
}
