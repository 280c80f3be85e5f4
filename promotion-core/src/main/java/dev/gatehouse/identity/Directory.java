package dev.gatehouse.identity;

import dev.gatehouse.reason.Nearest;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.SafeText;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who is in which group now; a decision's membership is looked up again whenever it is used.
 *
 * @param actors the known actors by id
 * @param aliases other names of an actor, such as e-mail addresses in commits, each with the
 *     actor's id
 */
public record Directory(Map<String, Actor> actors, Map<String, String> aliases) {
  /** The refusal of an act by someone who is not among the identities. */
  public static final ReasonCode UNKNOWN_ACTOR = ReasonCode.of("unknown-actor");

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

  /** Returns whether nobody is known. */
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

  /**
   * Returns the id behind an alias, or the name itself when it is none; of {@code Ann
   * <ann@example.com>}, as Git writes it, the address counts.
   */
  public String idOf(String name) {
    String stripped = name.strip();
    return Optional.ofNullable(aliases.get(stripped.toLowerCase(Locale.ROOT)))
        .or(() -> address(stripped).map(this::idOf))
        .orElse(stripped);
  }

  private static Optional<String> address(String name) {
    int from = name.lastIndexOf('<');
    boolean written = from >= 0 && name.endsWith(">") && name.length() > from + 2;
    return written ? Optional.of(name.substring(from + 1, name.length() - 1)) : Optional.empty();
  }

  /** Tells whether this name is known; where nobody is known everybody is. */
  public boolean admits(String name) {
    return isEmpty() || find(name).isPresent();
  }

  /**
   * Returns why a caller who is not known cannot act, or empty; where nobody is known everybody is
   * believed.
   */
  public Optional<Reason> refusal(Caller caller) {
    String name = caller.actor().id();
    if (admits(name)) {
      return Optional.empty();
    }
    return Optional.of(
        new Reason(
            UNKNOWN_ACTOR,
            "There is no identity '" + shown(name) + "'.",
            "gatehouse.yaml, identities; the name comes from " + caller.authentication(),
            guess(name) + "Say who acts with --as, or add the identity to `identities`."));
  }

  /** Returns the question whether a known id or group was meant, or an empty text. */
  public String guess(String name) {
    List<String> known =
        Stream.concat(actors.values().stream().map(Actor::id), groups().stream()).toList();
    return Nearest.to(name, known).map(near -> "Did you mean '" + near + "'? ").orElse("");
  }

  /** Returns the groups that have a member. */
  public Set<String> groups() {
    Set<String> groups = new TreeSet<>();
    actors.values().forEach(actor -> groups.addAll(actor.groups()));
    return Collections.unmodifiableSet(groups);
  }

  private static String shown(String name) {
    return SafeText.cut(name, 60);
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
