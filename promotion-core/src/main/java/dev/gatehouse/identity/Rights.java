package dev.gatehouse.identity;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which groups may do what and where; a verb without a grant is open to every person and service.
 *
 * <p>Grants of a verb add up. As soon as a verb has one, only its grants give the right: a right
 * for one stage closes the verb in the others. Where the right to propose is granted, the right to
 * attest has to be granted as well: proposing a change does not certify it.
 *
 * @param grants the grants of each verb
 */
public record Rights(Map<Verb, List<Grant>> grants) {
  /** The refusal of an act that the actor holds no right to. */
  public static final ReasonCode NOT_ALLOWED = ReasonCode.of("not-allowed");

  /** Rights that leave every verb open. */
  public static final Rights OPEN = new Rights(Map.of());

  /** Copies the map and its lists. */
  public Rights {
    Map<Verb, List<Grant>> copy = new TreeMap<>();
    grants.forEach((verb, given) -> copy.put(verb, List.copyOf(given)));
    grants = Collections.unmodifiableMap(copy);
  }

  /** Returns rights that hold everywhere. */
  public static Rights everywhere(Map<Verb, Set<String>> groupsByVerb) {
    Map<Verb, List<Grant>> grants = new TreeMap<>();
    groupsByVerb.forEach(
        (verb, groups) -> grants.put(verb, List.of(new Grant(groups, Scope.EVERYWHERE))));
    return new Rights(grants);
  }

  /** Returns why the actor may do this nowhere, or empty when it may somewhere. */
  public Optional<Reason> refusal(Actor actor, Verb verb) {
    return refusal(actor, verb, grant -> true, "actor " + actor.id());
  }

  /** Returns why the actor may not do this there, or empty when it may. */
  public Optional<Reason> refusal(Actor actor, Verb verb, Place place) {
    return refusal(
        actor, verb, grant -> grant.scope().covers(place), "actor " + actor.id() + ", " + place);
  }

  private Optional<Reason> refusal(Actor actor, Verb verb, Predicate<Grant> counts, String where) {
    if (actor.kind() == Actor.Kind.ASSISTANT && verb != Verb.SEE && verb != Verb.PROPOSE) {
      return Optional.of(
          refused(
              actor,
              verb,
              "an assistant advises and never decides",
              where,
              "Ask a person to do it."));
    }
    if (isOpen(verb) || grants(actor, verb, counts)) {
      return Optional.empty();
    }
    Set<String> holders =
        grants.getOrDefault(verb, List.of()).stream()
            .filter(counts)
            .flatMap(grant -> grant.groups().stream())
            .collect(Collectors.toCollection(java.util.TreeSet::new));
    return Optional.of(
        refused(
            actor,
            verb,
            holders.isEmpty() ? nobody(verb) : "the right belongs to " + String.join(", ", holders),
            where,
            (holders.isEmpty()
                    ? "Add the groups that may " + word(verb) + " to"
                    : "Ask a member of " + String.join(" or ", holders) + ", or change")
                + " `rights` in gatehouse.yaml."));
  }

  /** What someone may propose, they would certify as well if this verb were open. */
  private boolean isOpen(Verb verb) {
    return !grants.containsKey(verb) && (verb != Verb.ATTEST || !grants.containsKey(Verb.PROPOSE));
  }

  private String nobody(Verb verb) {
    return grants.containsKey(verb)
        ? "no group holds this right there"
        : "`rights` says who may propose but not who may attest";
  }

  private static String word(Verb verb) {
    return verb.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns whether a grant gives the actor this right there; a verb without a grant gives none.
   */
  public boolean grants(Actor actor, Verb verb, Place place) {
    return grants(actor, verb, grant -> grant.scope().covers(place));
  }

  private boolean grants(Actor actor, Verb verb, Predicate<Grant> counts) {
    return grants.getOrDefault(verb, List.of()).stream()
        .filter(counts)
        .anyMatch(grant -> grant.holds(actor));
  }

  private static Reason refused(Actor actor, Verb verb, String why, String where, String next) {
    return new Reason(
        NOT_ALLOWED, actor.id() + " may not " + word(verb) + ": " + why + ".", where, next);
  }
}
