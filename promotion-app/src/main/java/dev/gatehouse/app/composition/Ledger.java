package dev.gatehouse.app.composition;

import dev.gatehouse.config.settings.LedgerSettings;
import dev.gatehouse.config.settings.SecretReference;
import dev.gatehouse.jdbc.JdbcPlatform;
import dev.gatehouse.jdbc.JdbcSettings;
import java.nio.file.Path;
import java.util.Map;

/** Opens the ledger that the rules name. */
final class Ledger {
  private Ledger() {}

  /** Opens it; without an address it is the embedded database beside the rules. */
  static JdbcPlatform open(LedgerSettings settings, Path folder, Map<String, String> environment) {
    return JdbcPlatform.open(settings(settings, folder, environment));
  }

  private static JdbcSettings settings(
      LedgerSettings settings, Path folder, Map<String, String> environment) {
    settings.url().ifPresent(address -> bounded(address, settings, environment));
    String url =
        settings.url().orElse("jdbc:h2:file:" + folder.resolve(".gatehouse").resolve("ledger"));
    return JdbcSettings.of(
        url,
        settings.user(),
        settings.password().map((SecretReference from) -> Secrets.read(from, environment)));
  }

  private static void bounded(
      String address, LedgerSettings settings, Map<String, String> environment) {
    Reach reach = Reach.of(environment);
    reach.contact(address, "gatehouse.yaml, ledger");
    settings
        .password()
        .ifPresent(password -> reach.secret(password, address, "gatehouse.yaml, ledger"));
  }
}
