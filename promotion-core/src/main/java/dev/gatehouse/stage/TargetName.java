package dev.gatehouse.stage;

import dev.gatehouse.reason.Naming;

/**
 * The name of a {@link Target}, unique within its path.
 *
 * @param value as written in {@code gatehouse.yaml}
 */
public record TargetName(String value) {
  /** Checks the spelling. */
  public TargetName {
    Naming.require("target", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
