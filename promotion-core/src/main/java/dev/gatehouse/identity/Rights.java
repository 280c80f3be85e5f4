package dev.gatehouse.identity;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which groups may do what; a verb without an entry is open to every person and service.
 *
 * @param groupsByVerb the groups that hold each verb
 */
public record Rights(Map<Verb, Set<String>> groupsByVerb) {
  /** The refusal of an act that the actor holds no right to. */
  public static final ReasonCode NOT_ALLOWED = ReasonCode.of("not-allowed");

  /** Rights that leave every verb open. */
  public static final Rights OPEN = new Rights(Map.of());

  /** Copies the map and its sets. */
  public Rights {
    Map<Verb, Set<String>> copy = new TreeMap<>();
    groupsByVerb.forEach(
        (verb, groups) ->
            copy.put(verb, java.util.Collections.unmodifiableSet(new TreeSet<>(groups))));
    groupsByVerb = java.util.Collections.unmodifiableMap(copy);
  }

  /** Returns why the actor may not do this, or empty when it may. */
  public Optional<Reason> refusal(Actor actor, Verb verb) {
    if (actor.kind() == Actor.Kind.ASSISTANT && verb != Verb.SEE && verb != Verb.PROPOSE) {
      return Optional.of(
          refused(actor, verb, "an assistant advises and never decides", "Ask a person to do it."));
    }
    Set<String> groups = groupsByVerb.get(verb);
    if (groups == null || groups.stream().anyMatch(actor.groups()::contains)) {
      return Optional.empty();
    }
    return Optional.of(
        refused(
            actor,
            verb,
            "the right belongs to " + String.join(", ", groups),
            "Ask a member of "
                + String.join(" or ", groups)
                + ", or change `rights` in gatehouse.yaml."));
  }

  /** Tells whether an entry gives the actor this right; a verb without an entry gives none. */
  public boolean grants(Actor actor, Verb verb) {
    return groupsByVerb.getOrDefault(verb, Set.of()).stream().anyMatch(actor.groups()::contains);
  }

  private static Reason refused(Actor actor, Verb verb, String why, String next) {
    String act = verb.name().toLowerCase(java.util.Locale.ROOT);
    return new Reason(
        NOT_ALLOWED,
        actor.id() + " may not " + act + ": " + why + ".",
        "actor " + actor.id(),
        next);
  }
}
