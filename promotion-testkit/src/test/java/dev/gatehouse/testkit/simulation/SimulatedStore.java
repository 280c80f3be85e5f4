package dev.gatehouse.testkit.simulation;

import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.Forgetting;
import dev.gatehouse.history.LedgerVisitor;
import dev.gatehouse.history.Positioned;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.history.RebuiltSummaries;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.history.StreamEvent;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.StaleStateException;
import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.testkit.Summaries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Histories without an encoding, because a simulation reads them a million times; may break. */
final class SimulatedStore implements HistoryStore {
  private final Map<PromotionId, List<Recorded>> histories = new LinkedHashMap<>();
  private final List<Recorded> all = new ArrayList<>();
  private final Summaries summaries = new Summaries();
  private final Random random;
  private final Consumer<List<Recorded>> watcher;
  private final Runnable turn;
  private final Runnable appended;
  private Consumer<List<Recorded>> before = events -> {};
  private double breakage;

  SimulatedStore(
      Random random, Consumer<List<Recorded>> watcher, Runnable turn, Runnable appended) {
    this.random = random;
    this.watcher = watcher;
    this.turn = turn;
    this.appended = appended;
  }

  /** Sets what happens right before an append, when anyone who appends has decided already. */
  void before(Consumer<List<Recorded>> happens) {
    this.before = happens;
  }

  void breakage(double rate) {
    this.breakage = rate;
  }

  @Override
  public void append(PromotionId promotion, long expectedVersion, List<Recorded> events) {
    turn.run();
    before.accept(events);
    if (breaks()) {
      throw down();
    }
    List<Recorded> history = histories.getOrDefault(promotion, List.of());
    if (history.size() != expectedVersion) {
      throw new StaleStateException(reason("stale-version", "Somebody else moved first."));
    }
    watcher.accept(events);
    histories.computeIfAbsent(promotion, id -> new ArrayList<>()).addAll(events);
    events.forEach(summaries::follow);
    all.addAll(events);
    appended.run();
    if (breaks()) {
      throw down();
    }
  }

  private boolean breaks() {
    return breakage > 0 && random.nextDouble() < breakage;
  }

  private static PlatformException down() {
    return new PlatformException(reason("store-down", "The store did not answer."));
  }

  private static Reason reason(String code, String what) {
    return new Reason(ReasonCode.of(code), what, "store", "Try again.");
  }

  @Override
  public List<Recorded> read(PromotionId promotion) {
    return List.copyOf(histories.getOrDefault(promotion, List.of()));
  }

  @Override
  public List<PromotionSummary> summaries(PromotionQuery query) {
    turn.run();
    return summaries.find(query);
  }

  @Override
  public List<PromotionSummary> named(String typed, int begun) {
    return summaries.named(typed, begun);
  }

  @Override
  public List<List<Recorded>> histories(PromotionQuery query) {
    return find(query).stream().map(this::read).toList();
  }

  @Override
  public Map<PromotionSummary.Outcome, Integer> outcomes(
      ApplicationName application, int newest, Instant after) {
    return summaries.outcomes(application, newest, after);
  }

  @Override
  public RebuiltSummaries rebuildSummaries(Consumer<RebuiltSummaries> progress) {
    throw new UnsupportedOperationException("a simulation loses no summary");
  }

  @Override
  public void append(StreamId stream, long expectedVersion, List<StreamEvent> events) {
    throw new UnsupportedOperationException("a simulation has promotions only");
  }

  @Override
  public List<StreamEvent> read(StreamId stream) {
    throw new UnsupportedOperationException("a simulation has promotions only");
  }

  @Override
  public List<Positioned> after(long position, int limit) {
    throw new UnsupportedOperationException("a simulation has no projections");
  }

  @Override
  public List<Positioned> after(StreamId stream, long position, int limit) {
    throw new UnsupportedOperationException("a simulation has no projections");
  }

  @Override
  public List<Positioned> ofApplication(ApplicationName application, long position, int limit) {
    throw new UnsupportedOperationException("a simulation has no projections");
  }

  List<Recorded> all() {
    return List.copyOf(all);
  }

  @Override
  public Recorded forget(Forgetting forgetting) {
    throw new UnsupportedOperationException("a simulation forgets nothing");
  }

  @Override
  public Checkpoint checkpoint(Instant now) {
    throw new UnsupportedOperationException("a simulation seals nothing");
  }

  @Override
  public List<Checkpoint> checkpoints() {
    return List.of();
  }

  @Override
  public void visit(LedgerVisitor visitor) {
    throw new UnsupportedOperationException("a simulation exports nothing");
  }
}
