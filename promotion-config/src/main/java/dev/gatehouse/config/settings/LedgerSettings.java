package dev.gatehouse.config.settings;

import java.util.Optional;

/**
 * Where events are kept.
 *
 * @param url the JDBC address; empty for the embedded database beside the file
 * @param user the user that logs on
 * @param password where the password is found
 */
public record LedgerSettings(
    Optional<String> url, Optional<String> user, Optional<SecretReference> password) {
  /** The embedded database. */
  public static final LedgerSettings EMBEDDED =
      new LedgerSettings(Optional.empty(), Optional.empty(), Optional.empty());
}
