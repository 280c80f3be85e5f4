package dev.gatehouse.git.remote;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.transport.URIish;

/**
 * The address of a repository, without secrets.
 *
 * <p>Allowed: local paths, {@code file://}, {@code https://}, {@code ssh://} and {@code
 * user@host:path}; plain {@code http://} only to this machine.
 *
 * @param address the address as shown and used
 */
public record RemoteUrl(String address) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  /** Refuses what is not allowed, naming what is; a password in the address is refused too. */
  public RemoteUrl {
    URIish uri = uri(address);
    if (uri.getPass() != null) {
      throw new IllegalArgumentException(
          "the address of the repository at %s holds a password; give it as a token instead"
              .formatted(uri.getHost()));
    }
    if (address.matches("[A-Za-z0-9-]+::.*") || !isAllowed(uri)) {
      throw new IllegalArgumentException(
          "repository address '%s' is not allowed; use https://, ssh://, user@host:path, file:// or a local path"
              .formatted(uri));
    }
  }

  /**
   * An address that may hold {@code user:token@}: the address without it, and the access it gives.
   *
   * @throws IllegalArgumentException when the address is not allowed
   */
  public static Parsed parse(String address) {
    URIish uri = uri(address);
    if (uri.getPass() == null) {
      return new Parsed(new RemoteUrl(address), Optional.empty());
    }
    String user = uri.getUser() == null ? "git" : uri.getUser();
    Access access = new Access.Token(user, Secret.of(uri.getPass()));
    return new Parsed(
        new RemoteUrl(uri.setPass(null).setUser(null).toString()), Optional.of(access));
  }

  /** What an address with a token gives. */
  public record Parsed(RemoteUrl url, Optional<Access> access) {}

  /** Whether it is on this machine's disk. */
  public boolean isLocal() {
    URIish uri = uri(address);
    return uri.getScheme() == null ? uri.getHost() == null : uri.getScheme().equals("file");
  }

  URIish uri() {
    return uri(address);
  }

  @Override
  public String toString() {
    return address;
  }

  private static boolean isAllowed(URIish uri) {
    if (uri.getScheme() == null) {
      boolean scp = uri.getHost() != null;
      return scp
          ? !uri.getHost().startsWith("-")
          : !Path.of(uri.getPath()).toString().startsWith("-");
    }
    return switch (uri.getScheme()) {
      case "https", "ssh" -> uri.getHost() != null && !uri.getHost().startsWith("-");
      case "file" -> true;
      case "http" -> uri.getHost() != null && LOOPBACK.contains(uri.getHost());
      default -> false;
    };
  }

  private static URIish uri(String address) {
    try {
      return new URIish(address);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "a repository address cannot be read; use https://, ssh://, user@host:path, file:// or a local path");
    }
  }
}
