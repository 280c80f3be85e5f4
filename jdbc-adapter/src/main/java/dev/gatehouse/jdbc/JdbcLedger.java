package dev.gatehouse.jdbc;

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
import dev.gatehouse.history.StreamEvent;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.json.HistoryJson;
import dev.gatehouse.json.LedgerBatch;
import dev.gatehouse.json.Redaction;
import dev.gatehouse.spi.HistoryStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The ledger in a database; thread-safe, shared by any number of processes. */
final class JdbcLedger implements HistoryStore {
  private final Database database;
  private final LedgerSeals seals;
  private final LedgerCursor cursor;
  private final SummarySearch search;
  private final SummaryRebuild rebuild;
  private final ProcessClock clock;

  JdbcLedger(Database database, ProcessClock clock) {
    this.database = database;
    this.clock = clock;
    this.seals = new LedgerSeals(database);
    this.cursor = new LedgerCursor(database);
    this.search = new SummarySearch(database);
    this.rebuild = new SummaryRebuild(database);
  }

  @Override
  public void append(StreamId stream, long expectedVersion, List<StreamEvent> events) {
    boolean stored =
        database.write(
            "appending to " + stream,
            connection -> {
              clock.check(connection, database.dialect());
              Optional<ChainHead> head = StreamRows.head(connection, stream);
              long version = head.map(ChainHead::version).orElse(0L);
              if (version != expectedVersion) {
                return false;
              }
              String hash = head.map(ChainHead::hash).orElse(HashChain.GENESIS);
              return store(connection, events, LedgerBatch.rows(stream, version, hash, events));
            });
    if (!stored) {
      throw LedgerBatch.stale(stream, expectedVersion);
    }
  }

  private static boolean store(
      Connection connection, List<StreamEvent> events, List<LedgerEntry> rows) throws SQLException {
    if (!StreamRows.store(connection, rows)) {
      return false;
    }
    SummaryRows.follow(connection, events);
    return true;
  }

  @Override
  public Recorded forget(Forgetting forgetting) {
    StreamId stream = StreamId.of(forgetting.promotion());
    return database.write(
        "forgetting a value of " + stream,
        connection -> {
          clock.check(connection, database.dialect());
          List<LedgerEntry> history = StreamRows.all(connection, stream);
          Redaction redaction = Redaction.of(history, forgetting);
          LedgerEntry last = history.get(history.size() - 1);
          List<StreamEvent> added = List.of(StreamEvent.of(redaction.event()));
          if (!store(
              connection, added, LedgerBatch.rows(stream, last.version(), last.hash(), added))) {
            throw LedgerBatch.stale(stream, last.version());
          }
          StreamRows.replace(connection, redaction.rows());
          SummaryRows.rebuild(connection, forgetting.promotion());
          return redaction.event();
        });
  }

  @Override
  public List<StreamEvent> read(StreamId stream) {
    List<LedgerEntry> rows =
        database.read("reading " + stream, connection -> StreamRows.all(connection, stream));
    return rows.stream().map(HistoryJson::event).toList();
  }

  @Override
  public List<Positioned> after(long position, int limit) {
    return cursor.all(position, limit);
  }

  @Override
  public List<Positioned> after(StreamId stream, long position, int limit) {
    return cursor.of(stream, position, limit);
  }

  @Override
  public List<Positioned> ofApplication(ApplicationName application, long position, int limit) {
    return cursor.ofApplication(application, position, limit);
  }

  @Override
  public List<PromotionSummary> summaries(PromotionQuery query) {
    return search.find(query);
  }

  @Override
  public List<PromotionSummary> named(String typed, int begun) {
    return search.named(typed, begun);
  }

  @Override
  public List<List<Recorded>> histories(PromotionQuery query) {
    return search.histories(query);
  }

  @Override
  public Map<PromotionSummary.Outcome, Integer> outcomes(
      ApplicationName application, int newest, Instant after) {
    return search.outcomes(application, newest, after);
  }

  @Override
  public RebuiltSummaries rebuildSummaries(Consumer<RebuiltSummaries> progress) {
    return rebuild.run(progress);
  }

  @Override
  public Checkpoint checkpoint(Instant now) {
    return seals.add(now);
  }

  @Override
  public List<Checkpoint> checkpoints() {
    return seals.all();
  }

  @Override
  public void visit(LedgerVisitor visitor) {
    seals.visit(visitor);
  }
}
