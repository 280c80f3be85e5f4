package dev.gatehouse.stage;

import java.util.Optional;

/**
 * One control plane that someone can drive: its own credentials, concurrency and freeze.
 *
 * @param name its name
 * @param reach whether this installation may act on it
 * @param concurrency how many targets may be in flight at once, at least 1
 * @param frozen why nothing may start on it now, or empty
 */
public record Shard(ShardName name, Reach reach, int concurrency, Optional<String> frozen) {
  /** How far the installation can act on a shard; visibility is not execution. */
  public enum Reach {
    EXECUTABLE,
    VISIBLE_ONLY,
    UNREACHABLE
  }

  /** Refuses a shard on which nothing could ever run. */
  public Shard {
    if (concurrency < 1) {
      throw new IllegalArgumentException("a shard's concurrency is at least 1: " + name);
    }
  }

  /** Returns an executable shard without a freeze. */
  public static Shard of(String name, int concurrency) {
    return new Shard(new ShardName(name), Reach.EXECUTABLE, concurrency, Optional.empty());
  }
}
