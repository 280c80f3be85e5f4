package dev.gatehouse.stage;

import dev.gatehouse.reason.Naming;

/**
 * The name of a {@link Stage}.
 *
 * @param value as written in {@code gatehouse.yaml}
 */
public record StageName(String value) {
  /** Checks the spelling. */
  public StageName {
    Naming.require("stage", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
