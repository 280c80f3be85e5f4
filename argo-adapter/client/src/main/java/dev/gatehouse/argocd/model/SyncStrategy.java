package dev.gatehouse.argocd.model;

import java.util.Optional;

/**
 * How a sync applies: with hooks, which is the default, or without.
 *
 * @param apply present for plain applying; hooks are left out
 * @param hook present for applying with hooks
 */
public record SyncStrategy(Optional<Force> apply, Optional<Force> hook) {
  /** Whether objects are deleted and recreated where they cannot be patched. */
  public record Force(boolean force) {}

  /** With hooks. */
  public static SyncStrategy hook(boolean force) {
    return new SyncStrategy(Optional.empty(), Optional.of(new Force(force)));
  }

  /** Without hooks. */
  public static SyncStrategy apply(boolean force) {
    return new SyncStrategy(Optional.of(new Force(force)), Optional.empty());
  }

  /** Whether hooks run. */
  public boolean runsHooks() {
    return apply.isEmpty();
  }
}
