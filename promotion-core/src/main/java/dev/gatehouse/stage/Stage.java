package dev.gatehouse.stage;

import java.util.List;
import java.util.Optional;

/**
 * An environment of a path: its targets, and the stages a change must have passed before.
 *
 * @param name its name
 * @param after the stages before it
 * @param requires whether all or any of them must have been passed
 * @param targets its targets
 */
public record Stage(
    StageName name, List<StageName> after, Requires requires, List<Target> targets) {
  /** How many of the stages before must have been passed. */
  public enum Requires {
    ALL,
    ANY
  }

  /** Copies the lists. */
  public Stage {
    after = List.copyOf(after);
    targets = List.copyOf(targets);
  }

  /** Returns the target with this name. */
  public Optional<Target> target(TargetName wanted) {
    return targets.stream().filter(target -> target.name().equals(wanted)).findFirst();
  }
}
