package dev.gatehouse.identity;

import dev.gatehouse.reason.Naming;
import java.util.Set;
import java.util.TreeSet;

/**
 * Someone or something that acts on a promotion, with the groups it had at that moment.
 *
 * @param id the login or service name, compared without regard to letter case
 * @param kind person, service or assistant; an assistant never approves
 * @param groups the groups it belongs to
 */
public record Actor(String id, Kind kind, Set<String> groups) {
  /** What kind of actor: only a person's decision counts as a decision. */
  public enum Kind {
    PERSON,
    SERVICE,
    ASSISTANT
  }

  /** Checks the id and copies the groups in a stable order. */
  public Actor {
    Naming.require("actor", id.replace('@', '.').replace('[', '.').replace(']', '.'));
    groups = java.util.Collections.unmodifiableSet(new TreeSet<>(groups));
  }

  /** Returns a person in these groups. */
  public static Actor person(String id, String... groups) {
    return new Actor(id, Kind.PERSON, Set.of(groups));
  }

  /** Returns a service in these groups. */
  public static Actor service(String id, String... groups) {
    return new Actor(id, Kind.SERVICE, Set.of(groups));
  }

  /** Returns whether the other id names the same actor. */
  public boolean is(String otherId) {
    return id.equalsIgnoreCase(otherId);
  }
}
