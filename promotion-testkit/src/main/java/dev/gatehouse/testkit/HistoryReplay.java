package dev.gatehouse.testkit;

import dev.gatehouse.gate.Gates;
import dev.gatehouse.history.ChainHead;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.LedgerVisitor;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.json.HistoryJson;
import dev.gatehouse.json.LedgerReader;
import dev.gatehouse.json.LedgerWriter;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.plan.TargetPlan;
import dev.gatehouse.promotion.Decision;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.PromotionDecider;
import dev.gatehouse.promotion.Situation;
import dev.gatehouse.promotion.StageNow;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replays recorded histories: after every event of every promotion, what would be decided next?
 *
 * <p>A history is the audit's export, JSON lines. What a decision needs besides the history is the
 * same at every replay: nothing else runs, no window is open, every stage before has been passed,
 * every shard can be driven, nobody is in a directory. So the decisions follow from history and
 * code alone, and a change of the code that changes one shows. Not thread-safe.
 */
public final class HistoryReplay {
  private static final PromotionDecider DECIDER = new PromotionDecider(Gates.standard());
  private final Map<PromotionId, List<Recorded>> histories = new LinkedHashMap<>();

  private HistoryReplay() {}

  /**
   * Reads an export.
   *
   * @throws AssertionError if a line is not as it was written
   */
  public static HistoryReplay of(InputStream export, String name) throws IOException {
    HistoryReplay replay = new HistoryReplay();
    Optional<Reason> damage = new LedgerReader(export, name).read(replay.new Reading());
    if (damage.isPresent()) {
      throw new AssertionError(damage.get().line());
    }
    return replay;
  }

  /** Writes everything in a store as an export. */
  public static void record(HistoryStore store, Writer to) {
    store.visit(new LedgerWriter(to));
  }

  /** Returns one line for each event: promotion, version, the event, and the next decision. */
  public List<String> decisions() {
    List<String> lines = new ArrayList<>();
    for (List<Recorded> history : histories.values()) {
      for (int end = 1; end <= history.size(); end++) {
        Recorded last = history.get(end - 1);
        Promotion promotion = Promotion.of(history.subList(0, end));
        Decision decision = DECIDER.decide(promotion, situation(promotion, last.at()));
        lines.add(
            last.promotion()
                + " "
                + last.version()
                + " "
                + last.event().type()
                + " -> "
                + told(decision));
      }
    }
    return List.copyOf(lines);
  }

  private static String told(Decision decision) {
    if (decision instanceof Decision.Hold hold) {
      List<String> gates =
          hold.results().stream()
              .filter(result -> !result.verdict().opens())
              .map(result -> result.gate() + " " + result.verdict().outcome())
              .toList();
      return "HOLD " + String.join(", ", gates);
    }
    if (decision instanceof Decision.Advance advance) {
      return "ADVANCE " + advance.wave().number() + " " + advance.wave().targets();
    }
    if (decision instanceof Decision.Await await) {
      return "AWAIT " + await.working();
    }
    if (decision instanceof Decision.End end) {
      return "END " + end.phase() + end.reason().map(reason -> " " + reason.code()).orElse("");
    }
    return decision.kind().name();
  }

  private static Situation situation(Promotion promotion, Instant now) {
    Map<ShardName, Shard> shards = new LinkedHashMap<>();
    promotion.lastPlan().map(Plan::targets).orElse(List.of()).stream()
        .map(TargetPlan::shard)
        .forEach(shard -> shards.put(shard, Shard.of(shard.value(), 1)));
    return new Situation(
        now,
        promotion.lastPlan().map(Plan::after).orElse(List.of()).stream()
            .map(stage -> new dev.gatehouse.gate.StagePass(stage, Instant.EPOCH, Optional.empty()))
            .toList(),
        List.of(),
        Optional.empty(),
        List.of(),
        shards,
        Directory.EMPTY,
        promotion.lastPlan().map(StageNow::as).orElseGet(HistoryReplay::noTarget));
  }

  private static StageNow noTarget() {
    return new StageNow(Map.of(), Optional.empty());
  }

  /** Keeps the rows of an export. */
  private final class Reading implements LedgerVisitor {
    @Override
    public void begin(List<Checkpoint> checkpoints, Map<StreamId, ChainHead> heads) {}

    @Override
    public void entry(LedgerEntry entry) {
      HistoryJson.event(entry)
          .promotion()
          .ifPresent(
              recorded ->
                  histories
                      .computeIfAbsent(recorded.promotion(), id -> new ArrayList<>())
                      .add(recorded));
    }
  }
}
