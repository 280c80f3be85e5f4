package dev.gatehouse.plan;

import java.util.regex.Pattern;

/**
 * The seal of a {@link Plan}: any change to the plan gives another hash.
 *
 * @param value 64 lower-case hex digits
 */
public record PlanHash(String value) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  /** Checks the spelling. */
  public PlanHash {
    if (!HEX.matcher(value).matches()) {
      throw new IllegalArgumentException("not a plan hash");
    }
  }

  /** Returns the first twelve digits, for people; {@link #matches} takes them back. */
  public String brief() {
    return value.substring(0, 12);
  }

  /** Returns whether a person who typed this meant this hash: at least its first eight digits. */
  public boolean matches(String typed) {
    return typed.length() >= 8 && value.startsWith(typed.toLowerCase(java.util.Locale.ROOT));
  }

  @Override
  public String toString() {
    return value;
  }
}
