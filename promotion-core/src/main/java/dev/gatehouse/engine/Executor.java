package dev.gatehouse.engine;

import dev.gatehouse.change.Revision;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.gate.GateVerdict;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.GaveUp;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.PromotionDecider;
import dev.gatehouse.promotion.RevertFailed;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.spi.DesiredStateWriter;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.spi.Step;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.Syncer;
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.spi.WriteOutcome;
import dev.gatehouse.spi.WriteRequest;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Works on one target of a promotion: takes a slot on its shard, writes, waits until it is live,
 * reverts. Thread-safe.
 */
final class Executor {
  static final ReasonCode SHARD_BUSY = ReasonCode.of("shard-busy");
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final Duration BUSY = Duration.ofSeconds(1);
  private static final Duration BUSY_AT_MOST = Duration.ofSeconds(15);
  private static final Duration LIVE_CHECK = Duration.ofSeconds(10);
  private static final Duration LIVE_CHECK_AT_LEAST_EVERY = Duration.ofMinutes(10);
  private final Journal journal;
  private final DesiredStateWriter writer;
  private final LiveStateReader live;
  private final Syncer syncer;
  private final Reversal reversal;
  private final ShardSlots slots;
  private final PromotionDecider decider;
  private final Situations situations;
  private final Supplier<Rulebook> rulebook;
  private final Patience patience;
  private final Steps steps;

  Executor(
      Journal journal,
      DesiredStateWriter writer,
      LiveStateReader live,
      Syncer syncer,
      ShardSlots slots,
      PromotionDecider decider,
      Situations situations,
      Supplier<Rulebook> rulebook,
      Duration patience,
      Steps steps) {
    this.journal = journal;
    this.writer = writer;
    this.live = live;
    this.syncer = syncer;
    this.reversal = new Reversal(writer, syncer);
    this.slots = slots;
    this.decider = decider;
    this.situations = situations;
    this.rulebook = rulebook;
    this.patience = new Patience(patience);
    this.steps = steps;
  }

  /**
   * Does the next step of the target; returns when to go on, or empty when nothing is left to do.
   */
  Optional<Instant> execute(WakeUp.Execute wakeUp) {
    Optional<Promotion> promotion = journal.find(wakeUp.promotion());
    Optional<TargetState> state =
        promotion
            .filter(open -> !open.phase().isFinal())
            .map(open -> open.targets().get(wakeUp.target()))
            .filter(TargetState::isInFlight);
    if (state.isEmpty()) {
      slots.free(wakeUp.shard(), wakeUp.promotion(), wakeUp.target(), journal.now());
      return Optional.empty();
    }
    Optional<Target> target = Undefined.lookUp(rulebook.get(), promotion.get(), state.get());
    if (target.isEmpty() || !target.get().shard().equals(wakeUp.shard())) {
      return elsewhere(promotion.get(), state.get(), target, wakeUp);
    }
    try {
      return step(promotion.get(), state.get(), target.get());
    } catch (PlatformException e) {
      return broken(promotion.get(), state.get(), target.get(), e.reason());
    }
  }

  /** The target is no longer defined, or another shard drives it now. */
  private Optional<Instant> elsewhere(
      Promotion promotion, TargetState state, Optional<Target> target, WakeUp.Execute wakeUp) {
    if (target.isEmpty()) {
      Undefined.event(rulebook.get(), promotion, state)
          .ifPresent(event -> record(promotion, state, event));
    } else {
      journal.wake(new WakeUp.Execute(promotion.id(), state.target(), target.get().shard()));
    }
    slots.free(wakeUp.shard(), promotion.id(), state.target(), journal.now());
    return Optional.empty();
  }

  /** Tells whether what is not written yet stays unwritten, and what is written is not awaited. */
  static boolean isStopped(Promotion promotion) {
    return promotion.stop() != Promotion.Stop.NONE || !promotion.failed().isEmpty();
  }

  private Optional<Instant> step(Promotion promotion, TargetState state, Target target) {
    boolean toRevert = state.step() == TargetState.Step.REVERTING;
    if (isStopped(promotion) && !toRevert) {
      return state.step() == TargetState.Step.STARTED
          ? settleUnwritten(promotion, state, target)
          : settle(promotion, state, target, new PromotionEvent.TargetSkipped(target.name()));
    }
    if (!slots.take(target.shard(), promotion.id(), target.name(), journal.now())) {
      return waiting(promotion, state, slots.busy(target), busyUntil(state));
    }
    steps.reached(Step.TARGET_TAKEN);
    return switch (state.step()) {
      case STARTED -> write(promotion, state, target);
      case WRITTEN -> makeLive(promotion, state, target);
      default -> revert(promotion, state, target);
    };
  }

  /** A freeze that began after the wave started holds what is not written yet. */
  private Optional<Instant> held(
      Promotion promotion, TargetState state, Target target, GateVerdict verdict) {
    Instant again = verdict.looksAgainAt().orElse(journal.now().plus(LIVE_CHECK_AT_LEAST_EVERY));
    return held(promotion, state, target, verdict.holdReason().orElseThrow(), again);
  }

  private Optional<Instant> held(
      Promotion promotion, TargetState state, Target target, Reason why, Instant again) {
    Optional<Revision> there = writer.find(promotion.id(), target);
    if (there.isPresent()) {
      return recordWritten(promotion, state, there.get(), false);
    }
    slots.free(target.shard(), promotion.id(), target.name(), journal.now());
    return waiting(promotion, state, why, again);
  }

  /** The longer a target waits the less often it asks. */
  private Instant busyUntil(TargetState state) {
    Instant now = journal.now();
    Duration pause = Duration.between(state.since(), now).dividedBy(10);
    Duration least = pause.compareTo(BUSY) < 0 ? BUSY : pause;
    return now.plus(least.compareTo(BUSY_AT_MOST) > 0 ? BUSY_AT_MOST : least);
  }

  private Optional<Instant> write(Promotion promotion, TargetState state, Target target) {
    Optional<Reason> moved = Undefined.moved(promotion, target);
    if (moved.isPresent()) {
      return settle(
          promotion, state, target, new PromotionEvent.PlanDrifted(target.name(), moved.get()));
    }
    Optional<WriteRequest> request =
        promotion
            .lastPlan()
            .flatMap(plan -> plan.target(target.name()))
            .flatMap(planned -> request(promotion, target, planned.diffDigest()));
    if (request.isEmpty()) {
      return settle(promotion, state, target, new PromotionEvent.TargetSkipped(state.target()));
    }
    Optional<GateVerdict> hold =
        decider
            .holdsNow(promotion, target.name(), situations.of(promotion))
            .map(GateResult::verdict);
    if (hold.isPresent()) {
      return held(promotion, state, target, hold.get());
    }
    Optional<SyncOutcome.Later> closed = syncer.hold(target, journal.now());
    if (closed.isPresent()) {
      Instant again = notTooLate(closed.get().recheckAt());
      return held(promotion, state, target, closed.get().reason(), again);
    }
    boolean accepts = promotion.acceptsBranch(rulebook.get().directory(), journal.now());
    WriteRequest accepted =
        RollbackPlanner.undoing(journal, promotion, request.get()).acceptingBranch(accepts);
    return recorded(promotion, state, target, writer.write(accepted));
  }

  private Optional<Instant> recorded(
      Promotion promotion, TargetState state, Target target, WriteOutcome outcome) {
    return switch (outcome.kind()) {
      case WRITTEN -> {
        WriteOutcome.Written written = (WriteOutcome.Written) outcome;
        yield recordWritten(promotion, state, written.revision(), written.alreadyThere());
      }
      case DRIFTED ->
          settle(
              promotion,
              state,
              target,
              new PromotionEvent.PlanDrifted(
                  target.name(), ((WriteOutcome.Drifted) outcome).reason()));
      case REFUSED ->
          settle(
              promotion, state, target, blocked(state, ((WriteOutcome.Refused) outcome).reason()));
      case HELD -> refusedPush(promotion, state, target, (WriteOutcome.Held) outcome);
    };
  }

  /** A push that was refused says nothing about the change: what is live stays. */
  private Optional<Instant> refusedPush(
      Promotion promotion, TargetState state, Target target, WriteOutcome.Held held) {
    if (held.mayPass()) {
      return broken(promotion, state, target, held.reason());
    }
    slots.free(target.shard(), promotion.id(), target.name(), journal.now());
    return waiting(
        promotion, state, held.reason(), journal.now().plus(patience.pause(state, journal.now())));
  }

  private Optional<Instant> recordWritten(
      Promotion promotion, TargetState state, Revision revision, boolean alreadyThere) {
    record(
        promotion, state, new PromotionEvent.TargetWritten(state.target(), revision, alreadyThere));
    steps.reached(Step.TARGET_WRITTEN);
    return Optional.of(journal.now());
  }

  /**
   * The promotion was stopped before the write was recorded; our commit may be there all the same.
   */
  private Optional<Instant> settleUnwritten(Promotion promotion, TargetState state, Target target) {
    Optional<Revision> there = writer.find(promotion.id(), target);
    return there.isEmpty()
        ? settle(promotion, state, target, new PromotionEvent.TargetSkipped(target.name()))
        : recordWritten(promotion, state, there.get(), false);
  }

  private Optional<Instant> makeLive(Promotion promotion, TargetState state, Target target) {
    WrittenRevision written = written(promotion, state, target, state.revision().orElseThrow());
    if (!state.syncAsked()) {
      SyncOutcome outcome = syncer.sync(written, journal.now());
      if (outcome instanceof SyncOutcome.Asked) {
        record(promotion, state, new PromotionEvent.TargetSyncAsked(target.name()));
        steps.reached(Step.SYNC_ASKED);
      } else if (outcome instanceof SyncOutcome.Later later) {
        return later(promotion, state, later);
      } else if (outcome instanceof SyncOutcome.Refused refused) {
        return settle(promotion, state, target, blocked(state, refused.reason()));
      }
    }
    return awaitLive(promotion, state, target, written);
  }

  private static WrittenRevision written(
      Promotion promotion, TargetState state, Target target, Revision revision) {
    return new WrittenRevision(promotion.id(), target, revision, state.since());
  }

  private Optional<Instant> awaitLive(
      Promotion promotion, TargetState state, Target target, WrittenRevision written) {
    Instant now = journal.now();
    LiveState answer = live.read(written, now);
    if (answer.status() == LiveState.Status.LIVE) {
      Optional<Instant> done =
          settle(promotion, state, target, new PromotionEvent.TargetLive(target.name()));
      steps.reached(Step.TARGET_LIVE);
      return done;
    }
    Reason why = answer.reason().orElseThrow();
    if (answer.status() == LiveState.Status.DEGRADED) {
      return settle(promotion, state, target, failed(state, why));
    }
    return waiting(
        promotion, state, why, notTooLate(answer.recheckAt().orElse(now.plus(LIVE_CHECK))));
  }

  private Optional<Instant> later(Promotion promotion, TargetState state, SyncOutcome.Later later) {
    return waiting(promotion, state, later.reason(), notTooLate(later.recheckAt()));
  }

  private Instant notTooLate(Instant asked) {
    Instant latest = journal.now().plus(LIVE_CHECK_AT_LEAST_EVERY);
    return asked.isAfter(latest) ? latest : asked;
  }

  private Optional<Instant> revert(Promotion promotion, TargetState state, Target target) {
    Optional<WriteRequest> request = request(promotion, target, "");
    Reversal.Progress outcome =
        request.isEmpty() || state.revision().isEmpty()
            ? Reversal.nothingToDo(target.name())
            : reversal.carryOut(
                request.get(),
                written(promotion, state, target, state.revision().get()),
                journal.now());
    return outcome
        .end()
        .map(event -> settle(promotion, state, target, event))
        .orElseGet(() -> later(promotion, state, outcome.later().orElseThrow()));
  }

  /** A target that a later plan no longer names can still be reverted; a revert plans nothing. */
  private static Optional<WriteRequest> request(
      Promotion promotion, Target target, String expectedDigest) {
    return promotion
        .lastPlan()
        .map(
            plan ->
                new WriteRequest(
                    promotion.id(),
                    promotion.stage(),
                    plan.hash(),
                    promotion.change(),
                    target,
                    expectedDigest,
                    promotion.proposedAt()));
  }

  private Optional<Instant> broken(
      Promotion promotion, TargetState state, Target target, Reason reason) {
    Instant now = journal.now();
    if (!patience.isOver(state, reason, now)) {
      return waiting(promotion, state, reason, now.plus(RETRY));
    }
    if (!promotion.holdsAnything() || state.step() == TargetState.Step.REVERTING) {
      return settle(promotion, state, target, blocked(state, GaveUp.of(target.name(), reason)));
    }
    if (state.step() == TargetState.Step.STARTED) {
      slots.free(target.shard(), promotion.id(), target.name(), now);
    }
    Reason waits = GaveUp.waitsOn(promotion.id(), reason);
    return waiting(promotion, state, waits, now.plus(patience.pause(state, now)));
  }

  private Optional<Instant> waiting(
      Promotion promotion, TargetState state, Reason why, Instant again) {
    if (patience.isNews(state, why, journal.now())) {
      record(promotion, state, new PromotionEvent.TargetWaiting(state.target(), why));
    }
    return Optional.of(again);
  }

  /** Records the end of a step that frees the shard and gives the word back to the decider. */
  private Optional<Instant> settle(
      Promotion promotion, TargetState state, Target target, PromotionEvent event) {
    record(promotion, state, event);
    slots.free(target.shard(), promotion.id(), state.target(), journal.now());
    return Optional.empty();
  }

  /** Appends the event unless the target has moved on in the meantime. */
  private void record(Promotion promotion, TargetState seen, PromotionEvent event) {
    journal.act(
        promotion.id(),
        Driver.ENGINE,
        now -> {
          TargetState state = now.targets().get(seen.target());
          boolean same =
              state != null
                  && state.step() == seen.step()
                  && state.since().equals(seen.since())
                  && !now.phase().isFinal();
          return same ? List.of(event) : List.of();
        });
  }

  /** Returns the failure of a target for a reason that is not the change. */
  static PromotionEvent blocked(TargetState state, Reason why) {
    PromotionEvent.TargetFailed failed = failed(state, why);
    return new PromotionEvent.TargetFailed(
        failed.target(), failed.reason(), Optional.of(PromotionEvent.TargetFailed.Fault.ELSEWHERE));
  }

  /** A target that fails while it is taken back is not taken back again. */
  static PromotionEvent.TargetFailed failed(TargetState state, Reason why) {
    Reason reason =
        state.step() == TargetState.Step.REVERTING && !why.code().equals(RevertFailed.CODE)
            ? RevertFailed.of(state.target(), why)
            : why;
    return new PromotionEvent.TargetFailed(state.target(), reason);
  }
}
