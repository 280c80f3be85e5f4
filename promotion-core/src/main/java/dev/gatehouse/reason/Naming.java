package dev.gatehouse.reason;

import java.util.regex.Pattern;

/** The one spelling rule for the names that people give to stages, targets, shards and the like. */
public final class Naming {
  /** The code of the refusal of a misspelt name. */
  public static final ReasonCode INVALID_NAME = ReasonCode.of("invalid-name");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,126}");

  private Naming() {}

  /**
   * Returns the name unchanged.
   *
   * @param what the kind of thing that is named, for the refusal
   * @throws InvalidConfigurationException if it is not 1 to 127 letters, digits, dots, hyphens,
   *     underscores or slashes
   */
  public static String require(String what, String value) {
    if (isName(value)) {
      return value;
    }
    String shown = SafeText.cut(value, 40);
    throw new InvalidConfigurationException(
        new Reason(
            INVALID_NAME,
            "The name of "
                + ("aeiou".indexOf(what.charAt(0)) < 0 ? "a " : "an ")
                + what
                + " cannot be '"
                + shown
                + "'.",
            what,
            "Use 1 to 127 letters, digits, '.', '-', '_' or '/', starting with a letter or digit, and no '..'."));
  }

  /** Returns whether the value follows the rule. */
  public static boolean isName(String value) {
    return NAME.matcher(value).matches() && !value.contains("..");
  }
}
