package dev.gatehouse.testkit.contract;

import dev.gatehouse.history.AuditReport;
import dev.gatehouse.history.AuditVerifier;
import dev.gatehouse.history.ChainHead;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.LedgerVisitor;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.json.HistoryJson;
import dev.gatehouse.spi.HistoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a store shows a visitor, kept in memory, to be looked at or tampered with.
 *
 * @param checkpoints the checkpoints
 * @param heads the end of every chain
 * @param rows the rows in order
 */
public record SeenLedger(
    List<Checkpoint> checkpoints, Map<StreamId, ChainHead> heads, List<LedgerEntry> rows) {
  /** Copies the collections. */
  public SeenLedger {
    checkpoints = List.copyOf(checkpoints);
    heads = Map.copyOf(heads);
    rows = List.copyOf(rows);
  }

  /** Returns what the store shows now. */
  public static SeenLedger of(HistoryStore store) {
    Keeper keeper = new Keeper();
    store.visit(keeper);
    return new SeenLedger(keeper.checkpoints, keeper.heads, keeper.rows);
  }

  /** Returns this ledger with other rows. */
  public SeenLedger withRows(List<LedgerEntry> others) {
    return new SeenLedger(checkpoints, heads, others);
  }

  /** Shows it to a visitor. */
  public void show(LedgerVisitor visitor) {
    visitor.begin(checkpoints, heads);
    rows.forEach(visitor::entry);
  }

  /** Verifies it. */
  public AuditReport verify() {
    AuditVerifier verifier = new AuditVerifier(HistoryJson::forgotten);
    show(verifier);
    return verifier.report();
  }

  private static final class Keeper implements LedgerVisitor {
    private final List<LedgerEntry> rows = new ArrayList<>();
    private List<Checkpoint> checkpoints = List.of();
    private Map<StreamId, ChainHead> heads = Map.of();

    @Override
    public void begin(List<Checkpoint> sealed, Map<StreamId, ChainHead> ends) {
      checkpoints = sealed;
      heads = ends;
    }

    @Override
    public void entry(LedgerEntry entry) {
      rows.add(entry);
    }
  }
}
