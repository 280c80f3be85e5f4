package dev.gatehouse.change;

import dev.gatehouse.reason.Naming;

/**
 * The name of an application.
 *
 * @param value as written in {@code gatehouse.yaml}
 */
public record ApplicationName(String value)
    implements CanonicalDigest.Plain, Comparable<ApplicationName> {
  /** Checks the spelling. */
  public ApplicationName {
    Naming.require("application", value);
  }

  @Override
  public int compareTo(ApplicationName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
