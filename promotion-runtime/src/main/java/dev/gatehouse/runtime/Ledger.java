package dev.gatehouse.runtime;

import dev.gatehouse.config.settings.LedgerSettings;
import dev.gatehouse.config.settings.SecretReference;
import dev.gatehouse.jdbc.JdbcPlatform;
import dev.gatehouse.jdbc.JdbcSettings;
import dev.gatehouse.jdbc.ProcessClock;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens the ledger that the rules name. */
final class Ledger {
  static final ReasonCode BAD_TOLERANCE = ReasonCode.of("invalid-clock-tolerance");

  private static final String TOLERANCE = "GATEHOUSE_CLOCK_TOLERANCE";
  private static final Pattern SPAN = Pattern.compile("\\d{1,5}[smh]");

  private Ledger() {}

  /** Opens it; without an address it is the embedded database beside the rules. */
  static JdbcPlatform open(LedgerSettings settings, Path folder, Wiring wiring) {
    return JdbcPlatform.open(
        settings(settings, folder, wiring.environment()),
        ProcessClock.of(wiring.clock(), tolerance(wiring.environment())));
  }

  private static Duration tolerance(Map<String, String> environment) {
    String text = environment.getOrDefault(TOLERANCE, "").strip();
    if (text.isEmpty()) {
      return ProcessClock.TOLERANCE;
    }
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) {
      throw new InvalidConfigurationException(
          new Reason(
              BAD_TOLERANCE,
              "Expected a span such as 90s, 5m or 2h, found '" + text + "'.",
              "environment, " + TOLERANCE,
              "Correct the variable, or remove it: without it one minute is tolerated."));
    }
    return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
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
