package dev.gatehouse.service.rest;

import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.service.token.ServiceToken;
import dev.gatehouse.service.token.TokenReasons;
import dev.gatehouse.service.token.Tokens;
import dev.gatehouse.service.web.Handler;
import dev.gatehouse.service.web.Problem;
import dev.gatehouse.service.web.Request;
import dev.gatehouse.service.web.Response;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Finds out who asks; a request without a token that counts is not answered. Thread-safe. */
public final class Login {
  private static final String SCHEME = "Bearer ";
  private final Tokens tokens;
  private final Supplier<Rulebook> rules;

  /** Creates a login by these tokens; kinds and groups of actors come from the rules of today. */
  public Login(Tokens tokens, Supplier<Rulebook> rules) {
    this.tokens = tokens;
    this.rules = rules;
  }

  /** What is asked by somebody who is known. */
  @FunctionalInterface
  public interface Asked {
    /** Returns the answer. */
    Response by(Holder caller, Request request);
  }

  /** Returns a handler that lets only known callers through. */
  public Handler required(Asked asked) {
    return request ->
        caller(request)
            .map(caller -> asked.by(caller, request))
            .orElseGet(
                () ->
                    Problem.of(TokenReasons.unauthenticated(), step -> Optional.empty())
                        .with("WWW-Authenticate", "Bearer"));
  }

  private Optional<Holder> caller(Request request) {
    return request
        .header("authorization")
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .flatMap(header -> tokens.recognize(header.substring(SCHEME.length()).strip()))
        .map(token -> new Holder(Caller.authenticated(actor(token), "token " + token.id()), token));
  }

  /** Without a directory nobody can vouch that a token's actor is a person. */
  private Actor actor(ServiceToken token) {
    return rules
        .get()
        .directory()
        .find(token.actor())
        .orElseGet(() -> new Actor(token.actor(), Actor.Kind.SERVICE, Set.of()));
  }
}
