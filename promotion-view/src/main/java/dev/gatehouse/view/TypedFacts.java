package dev.gatehouse.view;

import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Naming;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.SafeText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads facts as they are typed: {@code check=true}, {@code check=false}, {@code check=12.5}, and
 * {@code check=sha256:…} or {@code check=<commit>} for a statement about an artifact or a commit.
 */
public final class TypedFacts {
  /** The refusal of a text that is no fact. */
  public static final ReasonCode INVALID_EVIDENCE = ReasonCode.of("invalid-evidence");

  /** Counts, shares and durations; nothing that is measured here is below 0. */
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");

  /** A full digest of an artifact, or a full commit id. */
  private static final Pattern DIGEST_OR_COMMIT =
      Pattern.compile("sha256:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{64}");

  private TypedFacts() {}

  /** Returns the facts as observed now by this source. */
  public static List<Evidence> read(List<String> typed, String source, Instant now) {
    return typed.stream().map(text -> read(text, source, now)).toList();
  }

  private static Evidence read(String text, String source, Instant now) {
    int cut = text.indexOf('=');
    String check = cut < 0 ? "" : text.substring(0, cut).strip();
    if (!Naming.isName(check)) {
      throw invalid(text);
    }
    String typed = text.substring(cut + 1).strip();
    String value = typed.toUpperCase(Locale.ROOT);
    return switch (value) {
      case "TRUE", "FALSE", "UNKNOWN" ->
          new Evidence.Condition(
              check,
              source,
              now,
              Evidence.Condition.Status.valueOf(value),
              source + " says " + value.toLowerCase(Locale.ROOT) + ".");
      default -> statement(text, check, typed, source, now);
    };
  }

  private static Evidence statement(
      String text, String check, String typed, String source, Instant now) {
    return DIGEST_OR_COMMIT.matcher(typed).matches()
        ? new Evidence.Attestation(check, source, now, typed, Optional.empty())
        : new Evidence.Measurement(check, source, now, number(text, typed), "");
  }

  private static double number(String text, String value) {
    if (!NUMBER.matcher(value).matches()) {
      throw invalid(text);
    }
    return Double.parseDouble(value);
  }

  private static InvalidConfigurationException invalid(String text) {
    return new InvalidConfigurationException(
        new Reason(
            INVALID_EVIDENCE,
            "'" + shown(text) + "' is not a fact.",
            "facts",
            "Write check=true, check=false, check=unknown, check=<number>, check=sha256:<digest> or check=<commit>;"
                + " a number is 0 or more, in digits such as 12.5; a digest or commit is complete."));
  }

  private static String shown(String text) {
    return SafeText.cut(text, 80);
  }
}
