package dev.gatehouse.reason;

import java.util.regex.Pattern;

/**
 * The stable kebab-case name of a {@link Reason}; not an enum, because adapters add their own.
 *
 * @param value lower-case words joined by hyphens
 */
public record ReasonCode(String value) {
  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** Refuses anything but kebab-case. */
  public ReasonCode {
    if (!KEBAB.matcher(value).matches()) {
      throw new IllegalArgumentException("a reason code is kebab-case: '" + value + "'");
    }
  }

  /** Returns the code with this name. */
  public static ReasonCode of(String value) {
    return new ReasonCode(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
