package dev.gatehouse.service.rest;

import dev.gatehouse.identity.Caller;
import dev.gatehouse.identity.Place;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.service.token.ServiceToken;
import dev.gatehouse.service.token.TokenReasons;
import java.util.Locale;
import java.util.Optional;

/**
 * Who asks, and what for.
 *
 * @param caller the actor of the token, with the kind that the rules give it
 * @param token what the token allows
 */
public record Holder(Caller caller, ServiceToken token) {
  /** Returns why the token may not be used for this anywhere, or empty when it may. */
  public Optional<Reason> refusal(Verb verb) {
    return token.allows(verb)
        ? Optional.empty()
        : Optional.of(TokenReasons.outOfScope(token, word(verb)));
  }

  /** Returns why the token may not be used for this there, or empty when it may. */
  public Optional<Reason> refusal(Verb verb, Place place) {
    return refusal(verb)
        .or(
            () ->
                token.covers(place)
                    ? Optional.empty()
                    : Optional.of(TokenReasons.outOfScope(token, word(verb) + " " + place)));
  }

  private static String word(Verb verb) {
    return verb.name().toLowerCase(Locale.ROOT);
  }
}
