package dev.gatehouse.evidence;

import dev.gatehouse.change.CanonicalDigest;
import dev.gatehouse.reason.Naming;

/**
 * The name of a check: what a fact is about and what a rule asks for.
 *
 * <p>The constructor takes any text, so that every ledger opens; {@link #of} checks the spelling.
 *
 * @param value such as {@code trust.tests}
 */
public record CheckName(String value) implements CanonicalDigest.Plain, Comparable<CheckName> {
  /**
   * Returns the name after checking its spelling.
   *
   * @throws dev.gatehouse.reason.InvalidConfigurationException if it is not spelled like a name
   */
  public static CheckName of(String value) {
    return new CheckName(Naming.require("check", value));
  }

  /**
   * Returns whether it is about what is live: such a check begins with {@code bake.}, is not asked
   * for before the start, and keeps a bake from ending until it holds.
   */
  public boolean isOfBake() {
    return value.startsWith("bake.");
  }

  @Override
  public int compareTo(CheckName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
