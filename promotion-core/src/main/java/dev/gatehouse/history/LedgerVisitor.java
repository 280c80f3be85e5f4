package dev.gatehouse.history;

import java.util.List;
import java.util.Map;

/**
 * Is shown a whole ledger as it was at one moment, row by row: to verify it, to export it. Called
 * by one thread.
 */
public interface LedgerVisitor {
  /**
   * Is called once, first.
   *
   * @param checkpoints all checkpoints in order
   * @param heads the end of every stream's chain
   */
  void begin(List<Checkpoint> checkpoints, Map<StreamId, ChainHead> heads);

  /**
   * Is called for each promotion after {@link #begin}, by a store that keeps search columns beside
   * the rows.
   */
  default void indexed(Indexed promotion) {}

  /** Is called for every row, in the order in which they were stored. */
  void entry(LedgerEntry entry);
}
