package dev.gatehouse.runtime;

import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.Forgetting;
import dev.gatehouse.history.LedgerVisitor;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.HistoryStore;
import java.time.Instant;
import java.util.List;

/** What an auditor reads and seals: histories, checkpoints, the whole ledger. Thread-safe. */
public final class Audit {
  private final HistoryStore store;
  private final CheckpointKeeper sealing;
  private final KeptCheckpoints kept;

  Audit(HistoryStore store, CheckpointKeeper sealing, KeptCheckpoints kept) {
    this.store = store;
    this.sealing = sealing;
    this.kept = kept;
  }

  /** Returns the history of a promotion in order; empty when there is no such promotion. */
  public List<Recorded> history(PromotionId promotion) {
    return store.read(promotion);
  }

  /** Shows the visitor the whole ledger as it is at one moment. */
  public void visit(LedgerVisitor visitor) {
    store.visit(visitor);
  }

  /** Seals the ledger, and keeps the seal outside the database as well. */
  public Checkpoint checkpoint(Instant now) {
    return sealing.checkpoint(now);
  }

  /** Returns the checkpoints that are kept outside the database. */
  public KeptCheckpoints kept() {
    return kept;
  }

  /**
   * Removes a value from the texts of an ended promotion.
   *
   * @return the event that vouches for it
   * @throws dev.gatehouse.reason.InvalidConfigurationException if it cannot be removed
   */
  public Recorded forget(Forgetting forgetting) {
    return store.forget(forgetting);
  }
}
