package dev.gatehouse.app.command;

import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Reads facts as they are typed: {@code check=true}, {@code check=false}, {@code check=12.5}. */
final class Facts {
  static final ReasonCode INVALID_EVIDENCE = ReasonCode.of("invalid-evidence");

  private Facts() {}

  /** Returns the facts as observed now by this source. */
  static List<Evidence> read(List<String> typed, String source, Instant now) {
    return typed.stream().map(text -> read(text, source, now)).toList();
  }

  private static Evidence read(String text, String source, Instant now) {
    int cut = text.indexOf('=');
    if (cut < 1) {
      throw invalid(text);
    }
    String check = text.substring(0, cut);
    String value = text.substring(cut + 1).strip().toUpperCase(Locale.ROOT);
    return switch (value) {
      case "TRUE", "FALSE", "UNKNOWN" ->
          new Evidence.Condition(
              check,
              source,
              now,
              Evidence.Condition.Status.valueOf(value),
              source + " says " + value.toLowerCase(Locale.ROOT) + ".");
      default -> new Evidence.Measurement(check, source, now, number(text, value), "");
    };
  }

  private static double number(String text, String value) {
    try {
      double number = Double.parseDouble(value);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw invalid(text);
    }
    throw invalid(text);
  }

  private static InvalidConfigurationException invalid(String text) {
    return new InvalidConfigurationException(
        new Reason(
            INVALID_EVIDENCE,
            "'" + text + "' is not a fact.",
            "command line",
            "Write check=true, check=false, check=unknown or check=<number>."));
  }
}
