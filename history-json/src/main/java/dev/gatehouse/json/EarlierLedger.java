package dev.gatehouse.json;

import dev.gatehouse.history.ChainHead;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.LedgerVisitor;
import dev.gatehouse.history.StreamId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an exported ledger proves about a later one: its checkpoints, and where each stream's chain
 * was. Not thread-safe.
 */
public final class EarlierLedger implements LedgerVisitor {
  private Map<StreamId, ChainHead> heads = Map.of();
  private List<Checkpoint> checkpoints = List.of();

  /** Creates one that has seen nothing; show it the export. */
  public EarlierLedger() {}

  @Override
  public void begin(List<Checkpoint> sealed, Map<StreamId, ChainHead> ends) {
    checkpoints = List.copyOf(sealed);
    heads = new HashMap<>(ends);
  }

  @Override
  public void entry(LedgerEntry entry) {
    // The ends prove every row before them.
  }

  List<Checkpoint> checkpoints() {
    return checkpoints;
  }

  Map<StreamId, ChainHead> heads() {
    return Map.copyOf(heads);
  }
}
