package dev.gatehouse.testkit;

import dev.gatehouse.api.PromotionFilter;
import dev.gatehouse.history.ChainHead;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.Forgetting;
import dev.gatehouse.history.HashChain;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.LedgerVisitor;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.history.RowsDigest;
import dev.gatehouse.json.HistoryJson;
import dev.gatehouse.json.LedgerBatch;
import dev.gatehouse.json.Redaction;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.HistoryStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A ledger in memory. Keeps the rows as a database would, as text, so that everything passes
 * through the encoding. Thread-safe.
 */
public final class InMemoryHistoryStore implements HistoryStore {
  private final List<LedgerEntry> rows = new ArrayList<>();
  private final Map<PromotionId, List<LedgerEntry>> chains = new LinkedHashMap<>();
  private final Map<PromotionId, List<Recorded>> histories = new HashMap<>();
  private final Map<PromotionId, PromotionEvent.Proposed> proposals = new HashMap<>();
  private final Set<PromotionId> ended = new HashSet<>();
  private final List<Checkpoint> checkpoints = new ArrayList<>();

  /** Creates an empty ledger. */
  public InMemoryHistoryStore() {}

  @Override
  public synchronized void append(
      PromotionId promotion, long expectedVersion, List<Recorded> events) {
    List<LedgerEntry> chain = chains.getOrDefault(promotion, List.of());
    if (chain.size() != expectedVersion) {
      throw LedgerBatch.stale(promotion, expectedVersion);
    }
    String hash = chain.isEmpty() ? HashChain.GENESIS : chain.get(chain.size() - 1).hash();
    List<LedgerEntry> added = LedgerBatch.rows(promotion, expectedVersion, hash, events);
    index(promotion, events);
    chains.computeIfAbsent(promotion, id -> new ArrayList<>()).addAll(added);
    rows.addAll(added);
    histories
        .computeIfAbsent(promotion, id -> new ArrayList<>())
        .addAll(added.stream().map(HistoryJson::read).toList());
  }

  @Override
  public synchronized Recorded forget(Forgetting forgetting) {
    PromotionId promotion = forgetting.promotion();
    List<LedgerEntry> chain = chains.getOrDefault(promotion, List.of());
    Redaction redaction = Redaction.of(chain, forgetting);
    for (LedgerEntry row : redaction.rows()) {
      rows.set(rows.indexOf(chain.get((int) row.version() - 1)), row);
      chain.set((int) row.version() - 1, row);
      Objects.requireNonNull(histories.get(promotion))
          .set((int) row.version() - 1, HistoryJson.read(row));
    }
    append(promotion, chain.size(), List.of(redaction.event()));
    return redaction.event();
  }

  @Override
  public synchronized List<Recorded> read(PromotionId promotion) {
    return List.copyOf(histories.getOrDefault(promotion, List.of()));
  }

  @Override
  public synchronized List<PromotionId> find(PromotionFilter filter) {
    List<PromotionId> newestFirst = new ArrayList<>(chains.keySet());
    Collections.reverse(newestFirst);
    return newestFirst.stream().filter(id -> fits(id, filter)).limit(filter.limit()).toList();
  }

  private void index(PromotionId promotion, List<Recorded> events) {
    if (events.get(0).event() instanceof PromotionEvent.Proposed proposed) {
      proposals.put(promotion, proposed);
    }
    if (events.stream().anyMatch(r -> r.event() instanceof PromotionEvent.Ended)) {
      ended.add(promotion);
    }
  }

  private boolean fits(PromotionId promotion, PromotionFilter filter) {
    PromotionEvent.Proposed proposed = Objects.requireNonNull(proposals.get(promotion));
    return filter.application().map(proposed.change().application()::equals).orElse(true)
        && filter.stage().map(proposed.stage()::equals).orElse(true)
        && !(filter.openOnly() && ended.contains(promotion));
  }

  @Override
  public synchronized Checkpoint checkpoint(Instant now) {
    Checkpoint last = checkpoints.isEmpty() ? null : checkpoints.get(checkpoints.size() - 1);
    RowsDigest digest = new RowsDigest();
    int from = last == null ? 0 : (int) last.entries();
    rows.subList(from, rows.size()).forEach(row -> digest.add(row.hash()));
    Checkpoint next =
        Checkpoint.next(
            checkpoints.size() + 1,
            now.truncatedTo(ChronoUnit.MILLIS),
            rows.size(),
            digest.seal(),
            last == null ? HashChain.GENESIS : last.hash());
    checkpoints.add(next);
    return next;
  }

  @Override
  public synchronized List<Checkpoint> checkpoints() {
    return List.copyOf(checkpoints);
  }

  @Override
  public void visit(LedgerVisitor visitor) {
    List<LedgerEntry> seen = show(visitor);
    seen.forEach(visitor::entry);
  }

  private synchronized List<LedgerEntry> show(LedgerVisitor visitor) {
    Map<PromotionId, ChainHead> heads = new LinkedHashMap<>();
    rows.forEach(row -> heads.put(row.promotion(), new ChainHead(row.version(), row.hash())));
    visitor.begin(List.copyOf(checkpoints), heads);
    return List.copyOf(rows);
  }
}
