package dev.gatehouse.spi;

import dev.gatehouse.change.Revision;
import dev.gatehouse.stage.Target;
import java.util.List;

/**
 * Commits of a target that are taken back together.
 *
 * @param target the target
 * @param commits our commits, newest first; empty when there is nothing to take back
 */
public record Undo(Target target, List<Revision> commits) {
  /** Copies the list. */
  public Undo {
    commits = List.copyOf(commits);
  }
}
