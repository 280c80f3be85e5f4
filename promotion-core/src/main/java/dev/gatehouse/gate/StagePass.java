package dev.gatehouse.gate;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.StageName;
import java.time.Instant;
import java.util.Optional;

/**
 * The latest stay of a change in a stage.
 *
 * @param stage the stage it was promoted to
 * @param since when that promotion succeeded
 * @param until when another change took its place, or empty while it is still there
 * @param lost why the stage no longer counts although the promotion succeeded, or empty
 */
public record StagePass(
    StageName stage, Instant since, Optional<Instant> until, Optional<Reason> lost) {
  /** Creates a stay that counts. */
  public StagePass(StageName stage, Instant since, Optional<Instant> until) {
    this(stage, since, until, Optional.empty());
  }

  /** Returns whether the stage counts as passed. */
  public boolean counts() {
    return lost.isEmpty();
  }
}
