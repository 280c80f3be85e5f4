package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.CredentialsEntry;
import dev.gatehouse.config.document.RepositoryEntry;
import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.shape.Located;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a repository is.
 *
 * @param url as written
 * @param kind how it is reached
 */
record Address(Located<String> url, Kind kind) {
  /** The ways to reach a repository. */
  enum Kind {
    PATH,
    FILE,
    HTTPS,
    SSH,
    OTHER
  }

  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://.*");
  private static final Pattern SHORT_SSH = Pattern.compile("[^/\\s:@]+@[^/\\s:@]+:\\S+");
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile("(?i)[?&;](password|sslpassword|token)=[^&;]");

  static Address of(Located<String> url) {
    Matcher scheme = SCHEME.matcher(url.value());
    if (!scheme.matches()) {
      return new Address(url, SHORT_SSH.matcher(url.value()).matches() ? Kind.SSH : Kind.PATH);
    }
    return new Address(
        url,
        switch (scheme.group(1)) {
          case "file" -> Kind.FILE;
          case "https" -> Kind.HTTPS;
          case "ssh" -> Kind.SSH;
          default -> Kind.OTHER;
        });
  }

  /** Returns the address with a relative path made absolute. */
  String from(Path folder) {
    return kind == Kind.PATH ? folder.resolve(url.value()).normalize().toString() : url.value();
  }

  void check(RepositoryEntry entry, Problems problems) {
    refuseSecrets(url, "credentials.tokenFrom", problems);
    if (kind == Kind.OTHER) {
      problems.add(
          url.place(),
          ProblemCodes.WRONG_VALUE,
          "'" + url.value().replaceFirst("://.*@", "://…@") + "' cannot be reached safely.",
          "Use a path, file://, https:// or ssh://.");
    }
    entry.credentials().ifPresent(credentials -> fits(credentials, problems));
  }

  private void fits(CredentialsEntry credentials, Problems problems) {
    boolean forHttps = credentials.tokenFrom().isPresent();
    boolean forSsh = credentials.sshKeyFrom().isPresent();
    Place place = credentials.place();
    if (kind == Kind.HTTPS && forSsh) {
      mismatch(place, "An ssh key is set for an https address.", "tokenFrom", problems);
    } else if (kind == Kind.SSH && forHttps) {
      mismatch(place, "An https token is set for an ssh address.", "sshKeyFrom", problems);
    } else if (credentials.passphraseFrom().isPresent() && !forSsh) {
      mismatch(place, "A passphrase is set without a key.", "sshKeyFrom", problems);
    }
  }

  private static void mismatch(Place place, String what, String key, Problems problems) {
    problems.add(
        place, ProblemCodes.WRONG_COMBINATION, what, "Use `" + key + "`, or change the address.");
  }

  /**
   * Refuses an address that holds a password or a token, and tells whether it did; the address
   * itself is not shown.
   */
  static boolean refuseSecrets(Located<String> url, String instead, Problems problems) {
    Optional<String> found =
        holdsUser(url.value())
            ? Optional.of("credentials before the '@'")
            : SECRET_PARAMETER.matcher(url.value()).find()
                ? Optional.of("a password")
                : Optional.empty();
    found.ifPresent(
        secret ->
            problems.add(
                url.place(),
                ProblemCodes.SECRET_IN_FILE,
                "The address holds " + secret + "; secrets do not belong in this file.",
                "Remove it, use `" + instead + "`, and withdraw the secret."));
    return found.isPresent();
  }

  /** Returns whether a user with a password, or anything for https, is before the host. */
  private static boolean holdsUser(String url) {
    int start = url.indexOf("://");
    String authority = start < 0 ? "" : url.substring(start + 3).split("/", 2)[0];
    String user = authority.substring(0, Math.max(0, authority.lastIndexOf('@')));
    return user.contains(":") || (!user.isEmpty() && url.startsWith("http"));
  }
}
