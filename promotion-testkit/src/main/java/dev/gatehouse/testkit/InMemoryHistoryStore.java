package dev.gatehouse.testkit;

import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.history.ChainHead;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.Forgetting;
import dev.gatehouse.history.HashChain;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.LedgerVisitor;
import dev.gatehouse.history.Positioned;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.history.RebuiltSummaries;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.history.RowsDigest;
import dev.gatehouse.history.StreamEvent;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.json.HistoryJson;
import dev.gatehouse.json.LedgerBatch;
import dev.gatehouse.json.Redaction;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.HistoryStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A ledger in memory. Keeps the rows as a database would, as text, so that everything passes
 * through the encoding. Thread-safe.
 */
public final class InMemoryHistoryStore implements HistoryStore {
  private final List<LedgerEntry> rows = new ArrayList<>();
  private final List<StreamEvent> events = new ArrayList<>();
  private final Map<StreamId, List<LedgerEntry>> chains = new HashMap<>();
  private final Map<PromotionId, List<Recorded>> histories = new LinkedHashMap<>();
  private final Summaries summaries = new Summaries();
  private final List<Checkpoint> checkpoints = new ArrayList<>();

  /** Creates an empty ledger. */
  public InMemoryHistoryStore() {}

  @Override
  public synchronized void append(
      StreamId stream, long expectedVersion, List<StreamEvent> appended) {
    List<LedgerEntry> chain = chains.getOrDefault(stream, List.of());
    if (chain.size() != expectedVersion) {
      throw LedgerBatch.stale(stream, expectedVersion);
    }
    String hash = chain.isEmpty() ? HashChain.GENESIS : chain.get(chain.size() - 1).hash();
    List<LedgerEntry> added = LedgerBatch.rows(stream, expectedVersion, hash, appended);
    chains.computeIfAbsent(stream, id -> new ArrayList<>()).addAll(added);
    rows.addAll(added);
    added.stream().map(HistoryJson::event).forEach(this::keep);
  }

  private void keep(StreamEvent event) {
    events.add(event);
    event.promotion().ifPresent(this::index);
  }

  private void index(Recorded recorded) {
    histories.computeIfAbsent(recorded.promotion(), id -> new ArrayList<>()).add(recorded);
    summaries.follow(recorded);
  }

  @Override
  public synchronized Recorded forget(Forgetting forgetting) {
    PromotionId promotion = forgetting.promotion();
    List<LedgerEntry> chain = chains.getOrDefault(StreamId.of(promotion), List.of());
    Redaction redaction = Redaction.of(chain, forgetting);
    for (LedgerEntry row : redaction.rows()) {
      int at = rows.indexOf(chain.get((int) row.version() - 1));
      rows.set(at, row);
      events.set(at, HistoryJson.event(row));
      chain.set((int) row.version() - 1, row);
      Objects.requireNonNull(histories.get(promotion))
          .set((int) row.version() - 1, HistoryJson.read(row));
    }
    append(promotion, chain.size(), List.of(redaction.event()));
    summaries.rebuild(read(promotion));
    return redaction.event();
  }

  @Override
  public synchronized List<Recorded> read(PromotionId promotion) {
    return List.copyOf(histories.getOrDefault(promotion, List.of()));
  }

  @Override
  public synchronized List<StreamEvent> read(StreamId stream) {
    return chains.getOrDefault(stream, List.of()).stream().map(HistoryJson::event).toList();
  }

  @Override
  public synchronized List<Positioned> after(long position, int limit) {
    return after(event -> true, position, limit);
  }

  @Override
  public synchronized List<Positioned> after(StreamId stream, long position, int limit) {
    return after(event -> event.stream().equals(stream), position, limit);
  }

  @Override
  public synchronized List<Positioned> ofApplication(
      ApplicationName application, long position, int limit) {
    StreamId own = new StreamId.Application(application);
    return after(
        event ->
            event.stream().equals(own)
                || (event.stream() instanceof StreamId.Promotion of
                    && summaries.get(of.id()).application().equals(application)),
        position,
        limit);
  }

  /** A row's position is its place in the list, counted from 1. */
  private List<Positioned> after(Predicate<StreamEvent> wanted, long position, int limit) {
    return IntStream.range((int) Math.min(position, events.size()), events.size())
        .filter(i -> wanted.test(events.get(i)))
        .limit(Math.max(1, limit))
        .mapToObj(i -> new Positioned(i + 1L, events.get(i)))
        .toList();
  }

  @Override
  public synchronized List<PromotionSummary> summaries(PromotionQuery query) {
    return summaries.find(query);
  }

  @Override
  public synchronized List<PromotionSummary> named(String typed, int begun) {
    return summaries.named(typed, begun);
  }

  @Override
  public synchronized List<List<Recorded>> histories(PromotionQuery query) {
    return find(query).stream().map(this::read).toList();
  }

  @Override
  public synchronized Map<PromotionSummary.Outcome, Integer> outcomes(
      ApplicationName application, int newest, Instant after) {
    return summaries.outcomes(application, newest, after);
  }

  @Override
  public synchronized RebuiltSummaries rebuildSummaries(Consumer<RebuiltSummaries> progress) {
    long changed = histories.values().stream().filter(summaries::rebuild).count();
    RebuiltSummaries sum = new RebuiltSummaries(histories.size(), changed, false);
    progress.accept(sum);
    return sum;
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
    Map<StreamId, ChainHead> heads = new LinkedHashMap<>();
    rows.forEach(row -> heads.put(row.stream(), new ChainHead(row.version(), row.hash())));
    visitor.begin(List.copyOf(checkpoints), heads);
    return List.copyOf(rows);
  }
}
