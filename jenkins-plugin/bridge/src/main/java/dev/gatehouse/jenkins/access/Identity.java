package dev.gatehouse.jenkins.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Someone as the security realm of Jenkins knows them at this moment; never from a parameter.
 *
 * @param kind what kind of login it is
 * @param id the login
 * @param groups the groups that the security realm names
 * @param permissions what Jenkins grants there
 */
public record Identity(
    Kind kind, String id, Set<String> groups, Set<JenkinsPermission> permissions) {
  /** The kinds of login. */
  public enum Kind {
    /** A login of the security realm, in a page, through REST or the command line. */
    USER,
    /** The controller itself: a timer, a webhook, code that runs as SYSTEM. */
    SYSTEM,
    /** No login. */
    ANONYMOUS
  }

  private static final int MOST_GROUPS = 2_000;

  /** Copies the sets in a stable order. */
  public Identity {
    TreeSet<String> named = new TreeSet<>();
    groups.stream().sorted().limit(MOST_GROUPS).forEach(named::add);
    groups = Collections.unmodifiableSet(named);
    Set<JenkinsPermission> held = EnumSet.noneOf(JenkinsPermission.class);
    held.addAll(permissions);
    permissions = Collections.unmodifiableSet(held);
  }

  /** Returns someone who logged in. */
  public static Identity user(String id, Set<String> groups, Set<JenkinsPermission> permissions) {
    return new Identity(Kind.USER, id, groups, permissions);
  }

  /** Returns the controller itself, which holds no permission here. */
  public static Identity system() {
    return new Identity(Kind.SYSTEM, "SYSTEM", Set.of(), Set.of());
  }
}
