package dev.gatehouse.identity;

import java.util.Objects;

/**
 * Someone whom a host has authenticated; every act of the api is asked for by one.
 *
 * <p>Only a host makes callers, in one place, from what it has checked: never from a manifest, a
 * repository, a webhook, a model's answer or the ledger, which names {@link Actor}s. Without a
 * directory its groups count; with one, the groups of the directory do. Immutable.
 */
public final class Caller {
  private final Actor actor;
  private final String authentication;

  private Caller(Actor actor, String authentication) {
    this.actor = actor;
    this.authentication = authentication;
  }

  /**
   * Returns the caller that a host has authenticated.
   *
   * @param actor who it is, of which kind, and in which groups
   * @param authentication how the host knows, for people to read: {@code the token of the request}
   */
  public static Caller authenticated(Actor actor, String authentication) {
    return new Caller(Objects.requireNonNull(actor), Objects.requireNonNull(authentication));
  }

  /** Returns who it is. */
  public Actor actor() {
    return actor;
  }

  /** Returns how the host knows who it is. */
  public String authentication() {
    return authentication;
  }

  @Override
  public String toString() {
    return actor.id() + " (" + authentication + ")";
  }
}
