package dev.gatehouse.history;

import dev.gatehouse.reason.Reason;
import java.util.Optional;

/**
 * What came of verifying a ledger.
 *
 * @param entries how many rows were read
 * @param promotions how many promotions have rows; other streams are not counted
 * @param checkpoints how many checkpoints there are
 * @param forgotten how many rows have a value removed that a later row vouches for
 * @param firstBad the first row, or else the first checkpoint, that is not as it was written; empty
 *     when everything is
 */
public record AuditReport(
    long entries, long promotions, long checkpoints, long forgotten, Optional<Reason> firstBad) {
  /** Returns whether nothing was altered, dropped, moved or added. */
  public boolean isIntact() {
    return firstBad.isEmpty();
  }
}
