package dev.gatehouse.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A host, or a place on this machine, that an address names.
 *
 * @param host in small letters; empty for a place on this machine
 * @param port empty where the address names none
 * @param path the place on this machine, or the root
 */
record Destination(String host, String port, Path path) {
  private static final Pattern WITH_SCHEME =
      Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+.-]*)://([^/]*).*");
  private static final Pattern DATABASE = Pattern.compile("(?s)jdbc:[a-z]+://([^/?]*).*");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]");
  private static final Pattern SHORT_SSH = Pattern.compile("[^/\\s:@]+@([^/\\s:@]+):\\S+");
  private static final Pattern PORT = Pattern.compile("(.*?)(?::(\\d*))?");
  private static final Path ROOT = Path.of("/");

  /** Returns every place that an address of Git, Argo CD or a database names. */
  static List<Destination> of(String address) {
    if (address.startsWith("jdbc:h2:")) {
      return List.of(local(address.replaceFirst("^jdbc:h2:(file:)?", "")));
    }
    Matcher database = DATABASE.matcher(address);
    if (database.matches()) {
      return remotes(database.group(1));
    }
    if (address.startsWith("jdbc:")) {
      return List.of(remote("localhost"));
    }
    Matcher scheme = WITH_SCHEME.matcher(address);
    if (scheme.matches() && !scheme.group(1).equals("file")) {
      return remotes(scheme.group(2));
    }
    Matcher ssh = SHORT_SSH.matcher(address);
    return List.of(
        ssh.matches() ? remote(ssh.group(1)) : local(address.replaceFirst("^file:(//)?", "")));
  }

  private static List<Destination> remotes(String authority) {
    String hosts = authority.substring(authority.lastIndexOf('@') + 1);
    return Stream.of(hosts.split(",", -1)).map(Destination::remote).toList();
  }

  private static Destination local(String path) {
    return new Destination("", "", Path.of(path).toAbsolutePath().normalize());
  }

  /** What is no plain host is its own label, which no entry of the variable can be. */
  private static Destination remote(String authority) {
    Matcher parts = PORT.matcher(authority);
    if (authority.isEmpty()) {
      return new Destination("localhost", "", ROOT);
    }
    if (!parts.matches() || !HOST.matcher(parts.group(1)).matches()) {
      return new Destination("(unusable) " + authority, "", ROOT);
    }
    String port = parts.group(2) == null ? "" : parts.group(2);
    return new Destination(parts.group(1).toLowerCase(Locale.ROOT), port, ROOT);
  }

  boolean isLocal() {
    return host.isEmpty();
  }

  /** Returns the host with its port, as an entry of the variable names it. */
  String label() {
    return isLocal() ? path.toString() : port.isEmpty() ? host : host + ":" + port;
  }
}
