package dev.gatehouse.stage;

import dev.gatehouse.reason.Naming;

/**
 * The name of a {@link Shard}.
 *
 * @param value as written in {@code gatehouse.yaml}
 */
public record ShardName(String value) {
  /** Checks the spelling. */
  public ShardName {
    Naming.require("shard", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
