package dev.gatehouse.plan;

import dev.gatehouse.stage.TargetName;
import java.util.List;

/**
 * Targets that are promoted together.
 *
 * @param number counted from 1
 * @param targets in the order of the path
 */
public record Wave(int number, List<TargetName> targets) {
  /** Copies the list. */
  public Wave {
    targets = List.copyOf(targets);
  }
}
