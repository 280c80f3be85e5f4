package dev.gatehouse.change;

import dev.gatehouse.reason.Naming;

/**
 * The identity of a {@link Change}, derived from its content.
 *
 * @param value {@code <application>@<12 hex digits>}
 */
public record ChangeId(String value) {
  /** Checks the spelling. */
  public ChangeId {
    Naming.require("change", value.replace('@', '.'));
  }

  static ChangeId of(Change change) {
    CanonicalDigest digest = new CanonicalDigest();
    digest.add(change.application()).add(change.artifacts()).add(change.source());
    return new ChangeId(change.application() + "@" + digest.hex().substring(0, 12));
  }

  @Override
  public String toString() {
    return value;
  }
}
