package dev.gatehouse.runtime;

import dev.gatehouse.api.Result;
import dev.gatehouse.history.AuditReport;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.Forgetting;
import dev.gatehouse.history.RebuiltSummaries;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.identity.Place;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.json.EarlierLedger;
import dev.gatehouse.json.LedgerAudit;
import dev.gatehouse.json.LedgerWriter;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.HistoryStore;
import java.io.IOException;
import java.io.Writer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an auditor proves, exports and removes; each call asks for the right of its caller.
 *
 * <p>To verify or export is to read the whole ledger: the right to see has to hold everywhere. To
 * remove a value needs the right to administer everywhere. Thread-safe.
 */
public final class Audit {
  private static final PromotionId PROBE = new PromotionId("ready");
  private final HistoryStore store;
  private final CheckpointKeeper sealing;
  private final KeptCheckpoints kept;
  private final Supplier<Rulebook> rules;
  private final InstantSource clock;

  Audit(
      HistoryStore store,
      CheckpointKeeper sealing,
      KeptCheckpoints kept,
      Supplier<Rulebook> rules,
      InstantSource clock) {
    this.store = store;
    this.sealing = sealing;
    this.kept = kept;
    this.rules = rules;
    this.clock = clock;
  }

  /** Opens what an export is written to; not asked when the export is refused. */
  @FunctionalInterface
  public interface Sink {
    /** Opens it; the export closes it. */
    Writer open() throws IOException;
  }

  /**
   * Asks the ledger a cheap question and tells nobody the answer; for probes of a host's health.
   *
   * @throws dev.gatehouse.reason.PlatformException if the ledger does not answer
   */
  public void reach() {
    store.read(PROBE);
  }

  /**
   * Proves the ledger against itself and against the checkpoints that are kept outside of it.
   *
   * @param earlier an export that the ledger has to continue
   * @throws dev.gatehouse.reason.InvalidConfigurationException if the kept checkpoints cannot be
   *     read
   */
  public Result<AuditReport> verify(Optional<EarlierLedger> earlier, Caller by) {
    return Result.unless(refusal(Verb.SEE, by), () -> verified(earlier));
  }

  private AuditReport verified(Optional<EarlierLedger> earlier) {
    LedgerAudit audit = new LedgerAudit(kept.readable(), String.valueOf(kept.file()));
    earlier.ifPresent(audit::against);
    store.visit(audit);
    return audit.report();
  }

  /**
   * Seals the ledger and writes all of it as JSON lines.
   *
   * @throws IOException if the sink cannot be opened or written
   */
  public Result<Checkpoint> export(Sink sink, Caller by) throws IOException {
    Optional<Reason> refusal = refusal(Verb.SEE, by);
    if (refusal.isPresent()) {
      return new Result.Refused<>(refusal.get());
    }
    Checkpoint seal = sealing.checkpoint(clock.instant());
    try (Writer out = sink.open()) {
      store.visit(new LedgerWriter(out));
    }
    return new Result.Done<>(seal);
  }

  /**
   * Removes a value from the texts of an ended promotion, and seals the ledger.
   *
   * @param why the reason, for the ledger
   * @return the event that vouches for it
   * @throws dev.gatehouse.reason.InvalidConfigurationException if it cannot be removed
   */
  public Result<Recorded> forget(PromotionId promotion, String value, String why, Caller by) {
    return Result.unless(refusal(Verb.ADMINISTER, by), () -> forgotten(promotion, value, why, by));
  }

  private Recorded forgotten(PromotionId promotion, String value, String why, Caller by) {
    Actor today = rules.get().directory().today(by.actor());
    Recorded event = store.forget(new Forgetting(promotion, value, today, clock.instant(), why));
    sealing.checkpoint(clock.instant());
    return event;
  }

  /** Makes the summaries of all promotions again; see {@link HistoryStore#rebuildSummaries}. */
  public Result<RebuiltSummaries> rebuildSummaries(Caller by) {
    return Result.unless(
        refusal(Verb.ADMINISTER, by), () -> store.rebuildSummaries(progress -> {}));
  }

  private Optional<Reason> refusal(Verb verb, Caller by) {
    return rules.get().refusal(by, verb, Place.EVERYTHING);
  }
}
