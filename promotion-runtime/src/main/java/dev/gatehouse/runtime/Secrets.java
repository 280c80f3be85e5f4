package dev.gatehouse.runtime;

import dev.gatehouse.config.settings.SecretReference;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.util.Map;

/** Reads secrets from where the rules say they are; only here, and only when they are used. */
final class Secrets {
  static final ReasonCode SECRET_MISSING = ReasonCode.of("secret-missing");

  private Secrets() {}

  static String read(SecretReference from, Map<String, String> environment) {
    return from.read(environment)
        .orElseThrow(
            () ->
                new InvalidConfigurationException(
                    new Reason(
                        SECRET_MISSING,
                        "The rules name a secret that is not there.",
                        from.label(),
                        "Put it there, or name another place in gatehouse.yaml.")));
  }
}
