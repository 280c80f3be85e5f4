package dev.gatehouse.git.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a scalar is read as, by the union of the YAML 1.1 and 1.2 rules.
 *
 * <p>Kubernetes, kustomize and Helm do not agree on one version: text that any of them may take for
 * something else than a string is not {@link #STRING} here.
 */
public enum ScalarType {
  /** Nothing, {@code ~} or {@code null}. */
  NULL,
  /** {@code true}, {@code on}, {@code yes} and the like. */
  BOOLEAN,
  /** Decimal, octal, hexadecimal, binary and base 60. */
  INTEGER,
  /** Also infinities, not-a-number and base 60. */
  FLOAT,
  /** A date with or without a time. */
  TIMESTAMP,
  /** {@code <<} or {@code =}. */
  MERGE,
  /** Text. */
  STRING,
  /** A tag that this reader does not know. */
  UNKNOWN;

  private static final String CORE = "tag:yaml.org,2002:";
  private static final Set<String> BOOLEANS =
      Set.of("y", "n", "yes", "no", "true", "false", "on", "off");
  private static final Pattern INTEGERS =
      Pattern.compile(
          "[-+]?(0[bB][01]+|0[oO]?[0-7]+|[0-9]+|0[xX][0-9a-fA-F]+|[0-9]+(:[0-5]?[0-9])+)"
              // Go's reader hands what follows 0b or 0o to a parser that takes a sign of its own.
              + "|0[bB][-+][01]+|0[oO][-+][0-7]+");
  private static final Pattern FLOATS =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?[0-9]+(:[0-5]?[0-9])+\\.[0-9]*"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
  private static final Pattern TIMESTAMPS =
      Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \\t].*)?");

  /** What unquoted text is read as; never {@link #UNKNOWN}. */
  public static ScalarType ofPlain(String text) {
    if (text.isEmpty() || text.equals("~") || isOneOf(text, "null")) {
      return NULL;
    }
    if (BOOLEANS.contains(text.toLowerCase(Locale.ROOT)) && isCased(text)) {
      return BOOLEAN;
    }
    if (text.equals("<<") || text.equals("=")) {
      return MERGE;
    }
    String number = withoutSeparators(text);
    if (INTEGERS.matcher(number).matches()) {
      return INTEGER;
    }
    if (FLOATS.matcher(number).matches()) {
      return FLOAT;
    }
    return TIMESTAMPS.matcher(text).matches() ? TIMESTAMP : STRING;
  }

  /** What an explicit tag says. */
  public static ScalarType ofTag(String tag) {
    if (!tag.startsWith(CORE)) {
      return tag.equals("!") ? STRING : UNKNOWN;
    }
    return switch (tag.substring(CORE.length())) {
      case "null" -> NULL;
      case "bool" -> BOOLEAN;
      case "int" -> INTEGER;
      case "float" -> FLOAT;
      case "timestamp" -> TIMESTAMP;
      case "merge" -> MERGE;
      case "str", "binary" -> STRING;
      default -> UNKNOWN;
    };
  }

  /** Go's reader drops every underscore before it looks for a number. */
  private static String withoutSeparators(String text) {
    return "+-.0123456789".indexOf(text.charAt(0)) >= 0 ? text.replace("_", "") : text;
  }

  private static boolean isOneOf(String text, String word) {
    return text.toLowerCase(Locale.ROOT).equals(word) && isCased(text);
  }

  private static boolean isCased(String text) {
    String tail = text.substring(1);
    boolean lowerTail = tail.equals(tail.toLowerCase(Locale.ROOT));
    boolean allUpper = text.equals(text.toUpperCase(Locale.ROOT));
    return lowerTail || allUpper;
  }
}
