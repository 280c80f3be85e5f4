package dev.gatehouse.jdbc;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The options that an address may have. Both drivers have options that run code, load classes or
 * write files, and an address often is in a file that many people edit.
 */
final class LedgerOptions {
  /** How TLS is used, and who logs on; the reader of {@code gatehouse.yaml} allows TLS only. */
  static final Set<String> POSTGRESQL =
      Set.of(
          "user",
          "password",
          "ssl",
          "sslmode",
          "sslrootcert",
          "sslcert",
          "sslkey",
          "sslnegotiation",
          "channelBinding",
          "gssEncMode");

  private LedgerOptions() {}

  /** Returns the first option that is not allowed. */
  static Optional<String> forbidden(String url) {
    if (url.startsWith("jdbc:h2:")) {
      int semicolon = url.indexOf(';');
      return semicolon < 0
          ? Optional.empty()
          : Optional.of(url.substring(semicolon + 1).split("=", 2)[0]);
    }
    int mark = url.indexOf('?');
    Stream<String> options =
        mark < 0 ? Stream.empty() : Stream.of(url.substring(mark + 1).split("&", -1));
    return options
        .map(option -> option.split("=", 2)[0])
        .filter(name -> !POSTGRESQL.contains(name))
        .findFirst();
  }
}
