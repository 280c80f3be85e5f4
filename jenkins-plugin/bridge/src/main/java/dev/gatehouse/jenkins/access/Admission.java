package dev.gatehouse.jenkins.access;

import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.reason.Naming;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.SafeText;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides which requests from Jenkins go on to the engine, and as whom. Immutable.
 *
 * <p>A request needs a permission of Jenkins and, in the engine, a right of {@code gatehouse.yaml}:
 * neither replaces the other. What runs as SYSTEM decides nothing, even though Jenkins grants it
 * every permission.
 *
 * @param own the id under which Jenkins itself proposes for builds that nobody started, and states
 *     what it recorded
 * @param services the logins that belong to machines; they are never persons
 */
public record Admission(String own, Set<String> services) {
  /** The refusal of a request that Jenkins grants no permission for. */
  public static final ReasonCode NO_PERMISSION = ReasonCode.of("jenkins-permission-missing");

  /** The refusal of a decision that no person who logged in has made. */
  public static final ReasonCode NOBODY_DECIDED = ReasonCode.of("jenkins-nobody-decided");

  /** The refusal of a login that passes for Jenkins itself. */
  public static final ReasonCode NAME_OF_JENKINS = ReasonCode.of("jenkins-login-is-its-own-name");

  /** The refusal of a login that Gatehouse cannot name without changing it. */
  public static final ReasonCode LOGIN_UNUSABLE = ReasonCode.of("jenkins-login-unusable");

  /** Checks the name and copies the logins in lower case. */
  public Admission {
    Naming.require("service", own);
    TreeSet<String> folded = new TreeSet<>();
    services.forEach(login -> folded.add(login.toLowerCase(Locale.ROOT)));
    services = Collections.unmodifiableSet(folded);
  }

  /** Returns Jenkins itself, as a service. */
  public Caller jenkins() {
    return Caller.authenticated(Actor.service(own), "Jenkins itself");
  }

  /** Returns as whom this act goes on, or why it does not. */
  public Admitted admit(Identity who, Verb verb, Directory directory) {
    if (who.kind() == Identity.Kind.SYSTEM) {
      return verb == Verb.SEE || verb == Verb.PROPOSE
          ? new Admitted.As(jenkins())
          : new Admitted.Refused(nobody(verb, "code that runs as SYSTEM"));
    }
    if (who.kind() == Identity.Kind.ANONYMOUS && verb != Verb.SEE) {
      return new Admitted.Refused(nobody(verb, "someone who has not logged in"));
    }
    JenkinsPermission needed = JenkinsPermission.of(verb);
    Optional<Reason> refusal =
        who.permissions().contains(needed)
            ? unusable(who, directory)
            : Optional.of(missing(who, needed));
    return refusal.<Admitted>map(Admitted.Refused::new).orElseGet(() -> as(who));
  }

  /** Returns who a build acts for: its starter, or Jenkins itself where nobody started it. */
  public Admitted starter(Identity who, Directory directory) {
    return admit(who, Verb.PROPOSE, directory);
  }

  private Admitted as(Identity who) {
    boolean machine = services.contains(who.id().toLowerCase(Locale.ROOT));
    Actor.Kind kind = machine ? Actor.Kind.SERVICE : Actor.Kind.PERSON;
    return new Admitted.As(
        Caller.authenticated(new Actor(who.id(), kind, who.groups()), "the login in Jenkins"));
  }

  /** Another spelling would let two logins be one person, so nothing is replaced. */
  private Optional<Reason> unusable(Identity who, Directory directory) {
    boolean passesForJenkins =
        directory.idOf(who.id()).equalsIgnoreCase(own) || who.id().equalsIgnoreCase(own);
    if (passesForJenkins) {
      return Optional.of(
          new Reason(
              NAME_OF_JENKINS,
              "The login " + shown(who) + " names Jenkins itself, whose facts are trusted.",
              "login " + shown(who),
              "Use another login, or give Jenkins another service name in its configuration."));
    }
    boolean named = Naming.isName(who.id().replace('@', '.').replace('[', '.').replace(']', '.'));
    return named
        ? Optional.empty()
        : Optional.of(
            new Reason(
                LOGIN_UNUSABLE,
                "The login " + shown(who) + " has characters that no identity may have.",
                "login " + shown(who),
                "Use a login of letters, digits and . _ - / @ only."));
  }

  private static Reason missing(Identity who, JenkinsPermission needed) {
    return new Reason(
        NO_PERMISSION,
        shown(who) + " lacks the permission " + title(needed) + ".",
        "Jenkins, permissions",
        "Ask an administrator of Jenkins for Gatehouse/" + title(needed) + " on this job.");
  }

  private static Reason nobody(Verb verb, String who) {
    return new Reason(
        NOBODY_DECIDED,
        "The act '"
            + verb.name().toLowerCase(Locale.ROOT)
            + "' needs a person who logged in; "
            + who
            + " is none.",
        "Jenkins, login",
        "Log in and decide on the page, or through REST with a token of your own.");
  }

  private static String title(JenkinsPermission permission) {
    String name = permission.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String shown(Identity who) {
    return "'" + SafeText.cut(SafeText.line(who.id()), 60) + "'";
  }
}
