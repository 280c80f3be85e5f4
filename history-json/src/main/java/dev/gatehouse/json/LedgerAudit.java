package dev.gatehouse.json;

import dev.gatehouse.history.AuditReport;
import dev.gatehouse.history.AuditVerifier;
import dev.gatehouse.history.ChainHead;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.Indexed;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.LedgerVisitor;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a ledger against itself, against what is kept elsewhere, and its search columns against
 * the sealed rows.
 *
 * <p>Finds what a chain alone cannot: rows cut off the end, a promotion dropped with its head,
 * deleted checkpoints, an empty ledger. Not thread-safe; one use each.
 */
public final class LedgerAudit implements LedgerVisitor {
  /** A checkpoint that is kept elsewhere is not in the ledger. */
  public static final ReasonCode CHECKPOINT_MISSING = ReasonCode.of("ledger-checkpoint-missing");

  /** The ledger is not a continuation of an earlier export. */
  public static final ReasonCode DIFFERS = ReasonCode.of("ledger-differs-from-export");

  /** A search column does not say what the sealed rows say. */
  public static final ReasonCode COLUMN_ALTERED = ReasonCode.of("ledger-column-altered");

  /** There is no row at all. */
  public static final ReasonCode EMPTY = ReasonCode.of("ledger-empty");

  private static final String NEXT =
      "Stop promoting, keep this ledger as evidence, and restore a backup that has it.";

  private final AuditVerifier chain = new AuditVerifier(HistoryJson::forgotten);
  private final List<Checkpoint> kept = new ArrayList<>();
  private final String keptIn;
  private final Map<StreamId, ChainHead> expected = new HashMap<>();
  private final Map<String, Indexed> columns = new TreeMap<>();
  private final Map<PromotionId, PromotionSummary> derived = new HashMap<>();
  private Map<Long, String> sealed = Map.of();
  private @Nullable Reason differing;

  /**
   * Creates an audit that has seen nothing.
   *
   * @param kept checkpoints that were kept outside the database
   * @param keptIn where, for findings
   */
  public LedgerAudit(List<Checkpoint> kept, String keptIn) {
    this.kept.addAll(kept);
    this.keptIn = keptIn;
  }

  /** Requires the ledger to be a continuation of this earlier one. */
  public LedgerAudit against(EarlierLedger earlier) {
    kept.addAll(earlier.checkpoints());
    expected.putAll(earlier.heads());
    return this;
  }

  @Override
  public void begin(List<Checkpoint> checkpoints, Map<StreamId, ChainHead> heads) {
    chain.begin(checkpoints, heads);
    sealed = new HashMap<>();
    checkpoints.forEach(checkpoint -> sealed.put(checkpoint.number(), checkpoint.hash()));
  }

  @Override
  public void indexed(Indexed promotion) {
    columns.put(promotion.promotion().value(), promotion);
  }

  @Override
  public void entry(LedgerEntry entry) {
    chain.entry(entry);
    ChainHead head = expected.get(entry.stream());
    if (head != null && head.version() == entry.version()) {
      expected.remove(entry.stream());
      if (!head.hash().equals(entry.hash()) && differing == null) {
        differing = differs(entry.stream(), head.version(), "is another one than");
      }
    }
    if (entry.stream() instanceof StreamId.Promotion of) {
      derive(of.id(), entry);
    }
  }

  /** A row that cannot be read is a finding of the chain's. */
  private void derive(PromotionId promotion, LedgerEntry entry) {
    try {
      List<Recorded> next = List.of(HistoryJson.read(entry));
      if (entry.version() == 1 && next.get(0).event() instanceof PromotionEvent.Proposed) {
        derived.put(promotion, PromotionSummary.of(next));
      } else {
        derived.computeIfPresent(promotion, (id, before) -> before.after(next));
      }
    } catch (PlatformException e) {
      derived.remove(promotion);
    }
  }

  /** Returns what was found, once all rows have been shown. */
  public AuditReport report() {
    AuditReport report = chain.report();
    return new AuditReport(
        report.entries(),
        report.promotions(),
        report.checkpoints(),
        report.forgotten(),
        report
            .firstBad()
            .or(this::missingCheckpoint)
            .or(this::differing)
            .or(this::alteredColumn)
            .or(() -> report.entries() == 0 ? Optional.of(empty()) : Optional.empty()));
  }

  private Optional<Reason> missingCheckpoint() {
    return kept.stream()
        .filter(checkpoint -> !checkpoint.hash().equals(sealed.get(checkpoint.number())))
        .findFirst()
        .map(
            checkpoint ->
                new Reason(
                    CHECKPOINT_MISSING,
                    "The ledger does not have a checkpoint that was taken of it on "
                        + checkpoint.at()
                        + " over "
                        + checkpoint.entries()
                        + " rows: rows or checkpoints were cut off, or an older ledger was"
                        + " restored.",
                    "checkpoint " + checkpoint.number() + ", kept in " + keptIn,
                    NEXT));
  }

  private Optional<Reason> differing() {
    return Optional.ofNullable(differing)
        .or(
            () ->
                expected.entrySet().stream()
                    .min(Map.Entry.comparingByKey(java.util.Comparator.comparing(StreamId::key)))
                    .map(gone -> differs(gone.getKey(), gone.getValue().version(), "is missing;")));
  }

  private static Reason differs(StreamId stream, long version, String how) {
    return new Reason(
        DIFFERS,
        "Row " + version + " of this stream " + how + " in the export.",
        stream + ", row " + version,
        NEXT);
  }

  private Optional<Reason> alteredColumn() {
    return columns.values().stream()
        .filter(found -> !Optional.of(found).equals(sealed(found.promotion())))
        .findFirst()
        .map(
            found ->
                new Reason(
                    COLUMN_ALTERED,
                    altered(words(found), sealed(found.promotion()).map(LedgerAudit::words)),
                    "promotion " + found.promotion(),
                    NEXT));
  }

  private static String altered(String found, Optional<String> sealed) {
    return sealed.filter(found::equals).isPresent()
        ? "The summary that is kept of this promotion differs from its sealed rows."
        : "The columns that this promotion is found by say "
            + found
            + "; its sealed rows say "
            + sealed.orElse("nothing")
            + ".";
  }

  /** What the store must have, by the sealed rows. */
  private Optional<Indexed> sealed(PromotionId promotion) {
    return Optional.ofNullable(derived.get(promotion))
        .map(
            summary ->
                new Indexed(
                    promotion,
                    summary.application().value(),
                    summary.stage().value(),
                    !summary.phase().isFinal(),
                    summary.outcome().map(Enum::name).orElse(""),
                    summary.phaseSince().truncatedTo(ChronoUnit.MICROS),
                    SummaryJson.text(summary)));
  }

  private static String words(Indexed columns) {
    return columns.application()
        + "/"
        + columns.stage()
        + (columns.open() ? ", not ended" : ", ended")
        + (columns.outcome().isEmpty() ? "" : ", " + columns.outcome().toLowerCase(Locale.ROOT));
  }

  private static Reason empty() {
    return new Reason(
        EMPTY,
        "The ledger has no row, so nothing is proven; it may be missing.",
        "ledger",
        "If promotions were made, restore the ledger from a backup, and check `ledger` in"
            + " gatehouse.yaml.");
  }
}
