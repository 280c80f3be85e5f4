package dev.gatehouse.config.assembly;

import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.shape.Located;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the ledger is. JDBC drivers have options that run code, load classes or write files, so
 * only a few options are allowed.
 *
 * @param url as written
 */
record LedgerAddress(Located<String> url) {
  private static final String H2 = "jdbc:h2:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  /** Another scheme of H2, such as {@code tcp:}, {@code mem:} or {@code zip:}. */
  private static final Pattern OTHER_SCHEME = Pattern.compile("(?s)[A-Za-z]{2,}:.*");

  /** The options of PostgreSQL that only say how TLS is used; the adapter has the same list. */
  private static final Set<String> TLS =
      Set.of(
          "ssl",
          "sslmode",
          "sslrootcert",
          "sslcert",
          "sslkey",
          "sslnegotiation",
          "channelBinding",
          "gssEncMode");

  /** Notes what is not allowed. */
  void check(Problems problems) {
    if (Address.refuseSecrets(url, "passwordFrom", problems)) {
      return;
    }
    String text = url.value();
    if (text.chars().anyMatch(Character::isISOControl)) {
      refuse("The address holds a control character.", "Remove it.", problems);
    } else if (text.startsWith(H2)) {
      checkFile(text.substring(H2.length()), problems);
    } else if (text.startsWith(POSTGRESQL)) {
      checkServer(text, problems);
    } else {
      refuse(
          "This is not the address of a database that Gatehouse knows.",
          "Write jdbc:h2:file:<path> or jdbc:postgresql://host:port/name.",
          problems);
    }
  }

  private void checkFile(String place, Problems problems) {
    if (place.contains(";")) {
      refuse(
          "The H2 address has options after ';'. H2 runs SQL, and through it code, from its"
              + " options.",
          "Remove ';' and all that follows.",
          problems);
    } else if (OTHER_SCHEME.matcher(withoutFile(place)).matches() || withoutFile(place).isBlank()) {
      refuse(
          "The H2 address is not a file.",
          "Write jdbc:h2:file: and a path, such as jdbc:h2:file:./.gatehouse/ledger.",
          problems);
    }
  }

  private void checkServer(String text, Problems problems) {
    int mark = text.indexOf('?');
    Stream<String> options =
        mark < 0 ? Stream.empty() : Stream.of(text.substring(mark + 1).split("&", -1));
    options
        .map(option -> option.split("=", 2)[0])
        .filter(name -> !TLS.contains(name))
        .findFirst()
        .ifPresent(
            name ->
                refuse(
                    "The option '" + name + "' of the PostgreSQL address is not allowed.",
                    name.toLowerCase(Locale.ROOT).equals("user")
                        ? "Use the key `user`."
                        : "Remove it; allowed are "
                            + String.join(", ", TLS.stream().sorted().toList())
                            + ". Other options can load classes or write files.",
                    problems));
  }

  private void refuse(String what, String next, Problems problems) {
    problems.add(url.place(), ProblemCodes.WRONG_VALUE, what, next);
  }

  /** Returns the address with a relative path made absolute. */
  String from(Path folder) {
    return path(url.value())
        .map(path -> H2 + "file:" + folder.resolve(path).normalize())
        .orElse(url.value());
  }

  private static Optional<String> path(String text) {
    if (!text.startsWith(H2)) {
      return Optional.empty();
    }
    String place = withoutFile(text.substring(H2.length()));
    return place.isBlank() || place.indexOf('\0') >= 0 || OTHER_SCHEME.matcher(place).matches()
        ? Optional.empty()
        : Optional.of(place);
  }

  private static String withoutFile(String place) {
    return place.startsWith("file:") ? place.substring("file:".length()) : place;
  }
}
