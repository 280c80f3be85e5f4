package dev.gatehouse.change;

import java.util.regex.Pattern;

/**
 * A Git commit by its full id.
 *
 * @param value 40 or 64 lower-case hex digits
 */
public record Revision(String value) {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  /** Refuses a branch, a tag or a short id: evidence about them would move. */
  public Revision {
    if (!ID.matcher(value).matches()) {
      throw new IllegalArgumentException("not a full commit id");
    }
  }

  /** Returns the first ten digits, for people. */
  public String brief() {
    return value.substring(0, 10);
  }

  @Override
  public String toString() {
    return value;
  }
}
