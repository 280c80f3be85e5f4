package dev.gatehouse.promotion;

import dev.gatehouse.stage.RunHandle;
import java.time.Instant;
import java.util.Optional;

/**
 * A run at a control plane that writes the desired state of a target on its own.
 *
 * @param attempt 1 for the first run of this step of the target
 * @param intendedAt when its start was decided on
 * @param handle the name by which it is watched; empty while it is not known whether it was started
 * @param isOver whether it was not started and cannot be any more
 */
public record TargetRun(
    int attempt, Instant intendedAt, Optional<RunHandle> handle, boolean isOver) {
  static TargetRun intended(int attempt, Instant at) {
    return new TargetRun(attempt, at, Optional.empty(), false);
  }

  TargetRun started(RunHandle as) {
    return new TargetRun(attempt, intendedAt, Optional.of(as), false);
  }

  TargetRun notStarted() {
    return new TargetRun(attempt, intendedAt, Optional.empty(), true);
  }
}
