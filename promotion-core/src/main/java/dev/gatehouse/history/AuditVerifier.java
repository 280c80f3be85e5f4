package dev.gatehouse.history;

import dev.gatehouse.reason.Reason;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a ledger is as it was written: every row's hash, the order and the gaps of every
 * chain, its end, and the checkpoints over all.
 *
 * <p>Keeps one hash per stream, never a row. Anyone who rewrites rows, heads and checkpoints
 * together goes unseen here; a checkpoint that is kept elsewhere shows that too. Not thread-safe;
 * one use each.
 */
public final class AuditVerifier implements LedgerVisitor {
  private static final ChainHead START = new ChainHead(0, HashChain.GENESIS);

  private final Function<LedgerEntry, Optional<PromotionEvent.Forgotten>> forgettings;
  private final ForgottenRows forgotten = new ForgottenRows();
  private final Map<StreamId, ChainHead> tips = new HashMap<>();
  private Map<StreamId, ChainHead> heads = Map.of();
  private CheckpointCheck seals = new CheckpointCheck(List.of());
  private long entries;
  private @Nullable Reason firstBad;

  /** Creates a verifier that accepts no forgotten value. */
  public AuditVerifier() {
    this(row -> Optional.empty());
  }

  /**
   * Creates a verifier that has seen nothing.
   *
   * @param forgettings reads the row of a {@link PromotionEvent.Forgotten}; empty for other rows
   */
  public AuditVerifier(Function<LedgerEntry, Optional<PromotionEvent.Forgotten>> forgettings) {
    this.forgettings = forgettings;
  }

  @Override
  public void begin(List<Checkpoint> checkpoints, Map<StreamId, ChainHead> ends) {
    heads = ends;
    seals = new CheckpointCheck(checkpoints);
  }

  @Override
  public void entry(LedgerEntry entry) {
    entries++;
    ChainHead tip = tips.computeIfAbsent(entry.stream(), unseen -> START);
    if (firstBad == null) {
      firstBad = problem(entry, tip);
      tips.put(entry.stream(), new ChainHead(entry.version(), entry.hash()));
      seals.row(entry.hash(), entries);
    }
  }

  private @Nullable Reason problem(LedgerEntry entry, ChainHead tip) {
    StreamId stream = entry.stream();
    boolean sound = HashChain.isSound(entry);
    if (!sound && !(continues(entry, tip) && forgotten.add(entry))) {
      return AuditFinding.ALTERED.at(stream, entry.version());
    }
    if (sound) {
      forgettings.apply(entry).ifPresent(event -> forgotten.vouch(stream, event));
    }
    if (entry.version() > tip.version() + 1) {
      return AuditFinding.MISSING.at(stream, tip.version() + 1);
    }
    if (entry.version() <= tip.version()) {
      return AuditFinding.MISPLACED.at(stream, entry.version());
    }
    if (!entry.previousHash().equals(tip.hash())) {
      return AuditFinding.REPLACED.at(stream, Math.max(1, tip.version()));
    }
    ChainHead head = heads.getOrDefault(stream, START);
    if (entry.version() > head.version()) {
      return AuditFinding.FORGED.at(stream, entry.version());
    }
    if (entry.version() == head.version() && !entry.hash().equals(head.hash())) {
      return AuditFinding.REPLACED.at(stream, entry.version());
    }
    return null;
  }

  private static boolean continues(LedgerEntry entry, ChainHead tip) {
    return entry.version() == tip.version() + 1 && entry.previousHash().equals(tip.hash());
  }

  /** Returns the first row shown so far that is not as it was written. */
  public Optional<Reason> firstBadRow() {
    return forgotten.firstBad().or(() -> Optional.ofNullable(firstBad));
  }

  /** Returns what was found, once all rows have been shown. */
  public AuditReport report() {
    Optional<Reason> found = firstBadRow().or(this::truncated).or(seals::firstBad);
    return new AuditReport(entries, promotions(), seals.count(), forgotten.count(), found);
  }

  private long promotions() {
    return tips.keySet().stream().filter(StreamId.Promotion.class::isInstance).count();
  }

  private Optional<Reason> truncated() {
    return heads.entrySet().stream()
        .filter(head -> tip(head.getKey()).version() < head.getValue().version())
        .map(Map.Entry::getKey)
        .min(Comparator.comparing(StreamId::key))
        .map(stream -> AuditFinding.TRUNCATED.at(stream, tip(stream).version() + 1));
  }

  private ChainHead tip(StreamId stream) {
    return tips.getOrDefault(stream, START);
  }
}
