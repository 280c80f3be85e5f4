package dev.gatehouse.service.token;

import dev.gatehouse.identity.Place;
import dev.gatehouse.identity.Scope;
import dev.gatehouse.identity.Verb;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a token allows: its holder acts as one actor, with some verbs, in a scope, for a time.
 *
 * <p>The rights in {@code gatehouse.yaml} count as well: a token never gives more than its actor
 * has. The token itself is not kept, only its hash.
 *
 * @param id its name, which may be shown
 * @param hash SHA-256 of its secret, in hex
 * @param actor who acts with it
 * @param verbs what it may be used for
 * @param asks whether it may ask a gate; such a token decides nothing
 * @param scope where it may be used
 * @param until its end
 * @param createdBy who made it
 */
public record ServiceToken(
    String id,
    String hash,
    String actor,
    Set<Verb> verbs,
    boolean asks,
    Scope scope,
    Instant until,
    String createdBy) {
  /** Copies the verbs. */
  public ServiceToken {
    verbs =
        Collections.unmodifiableSet(
            verbs.isEmpty() ? EnumSet.noneOf(Verb.class) : EnumSet.copyOf(verbs));
  }

  /** Tells whether it may be used for this at some place. */
  public boolean allows(Verb verb) {
    return verbs.contains(verb);
  }

  /** Tells whether it may be used there. */
  public boolean covers(Place place) {
    return scope.covers(place);
  }

  /** Returns what it may be used for, as words: {@code ask}, and verbs in lower case. */
  public List<String> words() {
    Stream<String> ask = asks ? Stream.of("ask") : Stream.empty();
    return Stream.concat(ask, verbs.stream().map(verb -> verb.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** Returns the applications that it is bound to; empty for all. */
  public Set<String> applications() {
    return scope.applications();
  }

  /** Returns the stages that it is bound to; empty for all. */
  public Set<String> stages() {
    return scope.stages();
  }
}
