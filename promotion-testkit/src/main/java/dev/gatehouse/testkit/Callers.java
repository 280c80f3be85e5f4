package dev.gatehouse.testkit;

import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Caller;

/** Callers for tests; only hosts make them elsewhere. */
public final class Callers {
  private Callers() {}

  /** Returns this actor as a host would have authenticated it. */
  public static Caller caller(Actor actor) {
    return Caller.authenticated(actor, "a test");
  }
}
