package dev.gatehouse.change;

import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Naming;
import dev.gatehouse.reason.Reason;
import java.util.regex.Pattern;

/**
 * The identity of a {@link Change}, derived from its content.
 *
 * <p>Gates compare the whole of it; {@link #brief} is for people and identifies nothing.
 *
 * @param value {@code <application>@<64 hex digits>}
 */
public record ChangeId(String value) {
  private static final Pattern FORM = Pattern.compile("(.+)@([0-9a-f]{64})");
  private static final int SHOWN = 12;

  /** Checks the spelling. */
  public ChangeId {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidConfigurationException(
          new Reason(
              Naming.INVALID_NAME,
              "The id of a change has another form than <application>@<64 hex digits>.",
              "change",
              "Use the id as Gatehouse shows it in JSON."));
    }
  }

  /** Returns the id of a change with this content. */
  static ChangeId of(ApplicationName application, CanonicalDigest content) {
    return new ChangeId(application + "@" + content.hex());
  }

  /** Returns {@code <application>@<12 hex digits>}, for people. */
  public String brief() {
    return value.substring(0, value.lastIndexOf('@') + 1 + SHOWN);
  }

  @Override
  public String toString() {
    return value;
  }
}
