package dev.gatehouse.runtime;

import dev.gatehouse.config.settings.SecretReference;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the rules may reach outside their file: hosts, secrets for a host, folders of this machine.
 *
 * <p>The variable {@code GATEHOUSE_ALLOW} lists it, so the rules of a pull request cannot send a
 * secret to a host of their own. Without the variable the rules are trusted; a credential of the
 * system's store still goes only to the host that it is kept for.
 *
 * @param allowed the entries of the variable; empty where the rules are trusted
 */
record Reach(Optional<List<String>> allowed) {
  static final String VARIABLE = "GATEHOUSE_ALLOW";
  static final ReasonCode NOT_ALLOWED = ReasonCode.of("reach-not-allowed");

  /** Reads the variable; an empty one allows nothing. */
  static Reach of(Map<String, String> environment) {
    return new Reach(
        Optional.ofNullable(environment.get(VARIABLE))
            .map(text -> Stream.of(text.strip().split("[\\s,]+", -1)).filter(e -> !e.isEmpty()))
            .map(Stream::toList));
  }

  /** Returns whether an operator has listed what the rules may reach. */
  boolean isBounded() {
    return allowed.isPresent();
  }

  /** Refuses an address that the rules may not contact. */
  void contact(String address, String where) {
    for (Destination to : Destination.of(address)) {
      boolean good =
          allowed.isEmpty()
              || (to.isLocal() ? isBelow(to.path()) : has(entry -> isHost(entry, to)));
      if (!good) {
        throw refused(
            to.isLocal() ? "The rules name a folder" : "The rules name the host " + to.label(),
            to.isLocal() ? to.path().toString() : to.label(),
            where);
      }
    }
  }

  /** Refuses a secret that the rules may not send to this address. */
  void secret(SecretReference secret, String address, String where) {
    for (Destination to : Destination.of(address)) {
      if (secret instanceof SecretReference.InStore store) {
        bound(store, to, where);
      } else if (allowed.isPresent() && !has(entry -> isSecret(entry, secret, to))) {
        throw refused(
            "The rules send the " + secret.label() + " to " + to.label(),
            name(secret) + "@" + to.label(),
            where);
      }
    }
  }

  /** Refuses a file that decides whom to trust and that the rules may not choose. */
  void file(Path file, String where) {
    if (allowed.isPresent() && !isBelow(file)) {
      throw refused("The rules name the file " + file, file.toString(), where);
    }
  }

  /** Refuses to give up a protection where the rules are not trusted. */
  void protection(boolean givenUp, String where) {
    if (allowed.isPresent() && givenUp) {
      throw new InvalidConfigurationException(
          new Reason(
              NOT_ALLOWED,
              "The rules give up the protection of the connection, and " + VARIABLE + " is set.",
              where,
              "Remove `insecure` from the rules."));
    }
  }

  private static void bound(SecretReference.InStore store, Destination to, String where) {
    if (to.isLocal() || !to.host().equalsIgnoreCase(store.address().getHost())) {
      throw new InvalidConfigurationException(
          new Reason(
              NOT_ALLOWED,
              "The credential is kept for " + store.address().getHost() + ", not for " + to.label(),
              where,
              "Name a credential that is kept for " + to.label() + ", or correct the address."));
    }
  }

  private boolean has(java.util.function.Predicate<String> fits) {
    return allowed.orElse(List.of()).stream().anyMatch(fits);
  }

  private boolean isBelow(Path path) {
    Path clean = path.toAbsolutePath().normalize();
    return has(
        entry -> entry.startsWith("/") && !entry.contains("@") && clean.startsWith(Path.of(entry)));
  }

  private static boolean isHost(String entry, Destination to) {
    String host = entry.substring(entry.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return !entry.startsWith("@") && (host.equals(to.host()) || host.equals(to.label()));
  }

  private static boolean isSecret(String entry, SecretReference secret, Destination to) {
    return entry.contains("@")
        && entry.substring(0, entry.lastIndexOf('@')).equals(name(secret))
        && isHost(entry, to);
  }

  private static String name(SecretReference secret) {
    if (secret instanceof SecretReference.Environment environment) {
      return environment.variable();
    }
    return secret instanceof SecretReference.InFile file ? file.path().toString() : "";
  }

  private static InvalidConfigurationException refused(String what, String entry, String where) {
    return new InvalidConfigurationException(
        new Reason(
            NOT_ALLOWED,
            what + ", which " + VARIABLE + " does not list.",
            where,
            "Correct the rules; or, if it is meant, add " + entry + " to " + VARIABLE + "."));
  }
}
