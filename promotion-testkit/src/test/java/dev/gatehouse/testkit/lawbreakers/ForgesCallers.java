package dev.gatehouse.testkit.lawbreakers;

import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Caller;

final class ForgesCallers {
  private ForgesCallers() {}

  static Caller ofTrailer(String trailer) {
    return Caller.authenticated(Actor.person(trailer), "a trailer of a commit");
  }
}
