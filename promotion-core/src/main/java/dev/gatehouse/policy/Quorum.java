package dev.gatehouse.policy;

import java.util.Set;
import java.util.TreeSet;

/**
 * A number of people out of some groups.
 *
 * @param count how many different people
 * @param role the role they act in, for people, such as {@code platform}
 * @param groups the groups whose members count
 */
public record Quorum(int count, String role, Set<String> groups) {
  /** Checks the count and copies the groups. */
  public Quorum {
    if (count < 1 || groups.isEmpty()) {
      throw new IllegalArgumentException(
          "a quorum needs at least one person out of at least one group");
    }
    groups = java.util.Collections.unmodifiableSet(new TreeSet<>(groups));
  }

  /** Returns a quorum of the group that has the role's name. */
  public static Quorum of(int count, String role) {
    return new Quorum(count, role, Set.of(role));
  }

  /** Returns {@code 1 of platform}. */
  public String label() {
    return count
        + " of "
        + role
        + (groups.equals(Set.of(role)) ? "" : " (" + String.join(", ", groups) + ")");
  }
}
