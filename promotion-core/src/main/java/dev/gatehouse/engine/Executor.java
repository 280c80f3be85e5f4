package dev.gatehouse.engine;

import dev.gatehouse.change.Revision;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.gate.GateVerdict;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Overdue;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.PromotionDecider;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.promotion.TimedOut;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.DesiredStateWriter;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.Step;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.spi.WriteOutcome;
import dev.gatehouse.spi.WriteRequest;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Works on one target of a promotion: takes a slot on its shard, writes, waits until it is live,
 * reverts. Thread-safe.
 */
final class Executor {
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final Duration LIVE_CHECK = Duration.ofSeconds(10);
  private final Journal journal;
  private final DesiredStateWriter writer;
  private final ControlPlanes planes;
  private final Reversal reversal;
  private final ShardSlots slots;
  private final PromotionDecider decider;
  private final Situations situations;
  private final Supplier<Rulebook> rulebook;
  private final OutageTolerance patience;
  private final TargetJournal targets;
  private final TargetRunner runner;
  private final BakeWatch watch;
  private final Steps steps;

  Executor(
      Journal journal,
      DesiredStateWriter writer,
      ControlPlanes planes,
      ShardSlots slots,
      PromotionDecider decider,
      Situations situations,
      Supplier<Rulebook> rulebook,
      Steps steps) {
    this.journal = journal;
    this.writer = writer;
    this.planes = planes;
    this.reversal = new Reversal(writer, planes);
    this.slots = slots;
    this.decider = decider;
    this.situations = situations;
    this.rulebook = rulebook;
    this.patience = new OutageTolerance();
    this.targets = new TargetJournal(journal, slots, this.patience);
    this.runner = new TargetRunner(targets, planes, steps);
    this.watch = new BakeWatch(targets, planes);
    this.steps = steps;
  }

  /** Does the target's next step; returns when to continue, or empty when nothing is left to do. */
  Optional<Instant> execute(WakeUp.Execute wakeUp) {
    Optional<Promotion> promotion = journal.find(wakeUp.promotion());
    Optional<TargetState> state =
        promotion
            .filter(open -> !open.phase().isFinal())
            .map(open -> open.targets().get(wakeUp.target()))
            .filter(TargetState::isInFlight);
    Optional<Instant> watched = promotion.flatMap(open -> watched(open, wakeUp));
    if (watched.isPresent()) {
      return watched;
    }
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

  /** A target that is live is checked as long as its wave bakes. */
  private Optional<Instant> watched(Promotion promotion, WakeUp.Execute wakeUp) {
    if (!promotion.isWatched(wakeUp.target())) {
      return Optional.empty();
    }
    TargetState state = Objects.requireNonNull(promotion.targets().get(wakeUp.target()));
    return Undefined.lookUp(rulebook.get(), promotion, state)
        .filter(target -> target.shard().equals(wakeUp.shard()))
        .flatMap(target -> watch.look(promotion, state, target));
  }

  /** The target is no longer defined, or another shard drives it now. */
  private Optional<Instant> elsewhere(
      Promotion promotion, TargetState state, Optional<Target> target, WakeUp.Execute wakeUp) {
    if (target.isEmpty()) {
      Undefined.event(rulebook.get(), promotion, state)
          .ifPresent(event -> targets.record(promotion, state, event));
    } else {
      journal.wake(new WakeUp.Execute(promotion.id(), state.target(), target.get().shard()));
    }
    slots.free(wakeUp.shard(), promotion.id(), state.target(), journal.now());
    return Optional.empty();
  }

  /** Returns whether nothing more is written, and nothing that was written is awaited. */
  static boolean isStopped(Promotion promotion) {
    return promotion.stop() != Promotion.Stop.NONE || !promotion.failed().isEmpty();
  }

  private Optional<Instant> step(Promotion promotion, TargetState state, Target target) {
    boolean toRevert = state.step() == TargetState.Step.REVERTING;
    if (promotion.isStopped() && !toRevert) {
      return state.step() == TargetState.Step.STARTED
          ? settleUnwritten(promotion, state, target)
          : targets.settle(
              promotion, state, target, new PromotionEvent.TargetSkipped(target.name()));
    }
    if (!slots.serve(target, promotion.id(), state, journal.now())) {
      return targets.waiting(
          promotion,
          state,
          patience.said(promotion, state, target, slots.busy(target, journal.now()), journal.now()),
          CheckInterval.busyUntil(state, journal.now()));
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
    Instant again = verdict.looksAgainAt().orElse(journal.now().plus(CheckInterval.AT_LEAST_EVERY));
    return held(promotion, state, target, verdict.holdReason().orElseThrow(), again);
  }

  private Optional<Instant> held(
      Promotion promotion, TargetState state, Target target, Reason why, Instant again) {
    Optional<Revision> there = writer.find(promotion.id(), target);
    if (there.isPresent()) {
      return recordWritten(promotion, state, there.get(), false);
    }
    slots.free(target.shard(), promotion.id(), target.name(), journal.now());
    return targets.waiting(promotion, state, why, again);
  }

  private Optional<Instant> write(Promotion promotion, TargetState state, Target target) {
    if (state.isRun()) {
      return runner.run(promotion, state, target);
    }
    Optional<Reason> moved = Undefined.moved(promotion, target);
    if (moved.isPresent()) {
      return targets.settle(
          promotion, state, target, new PromotionEvent.PlanDrifted(target.name(), moved.get()));
    }
    Optional<WriteRequest> request = Requests.ofPlanned(promotion, target);
    if (request.isEmpty()) {
      return targets.settle(
          promotion, state, target, new PromotionEvent.TargetSkipped(state.target()));
    }
    Optional<GateVerdict> hold =
        decider
            .holdsNow(promotion, target.name(), situations.of(promotion))
            .map(GateResult::verdict);
    if (hold.isPresent()) {
      return held(promotion, state, target, hold.get());
    }
    Optional<SyncOutcome.Later> closed = planes.hold(target, journal.now());
    if (closed.isPresent()) {
      Instant again = CheckInterval.notTooLate(journal.now(), closed.get().recheckAt());
      return held(promotion, state, target, closed.get().reason(), again);
    }
    seeBefore(promotion, state, target);
    if (planes.runs(target).isPresent()) {
      return runner.run(promotion, state, target);
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
          targets.settle(
              promotion,
              state,
              target,
              new PromotionEvent.PlanDrifted(
                  target.name(), ((WriteOutcome.Drifted) outcome).reason()));
      case REFUSED ->
          targets.settle(
              promotion,
              state,
              target,
              TargetFailures.blocked(state, ((WriteOutcome.Refused) outcome).reason()));
      case HELD -> refusedPush(promotion, state, target, (WriteOutcome.Held) outcome);
    };
  }

  /** A push that was refused says nothing about the change: what is live stays. */
  private Optional<Instant> refusedPush(
      Promotion promotion, TargetState state, Target target, WriteOutcome.Held held) {
    Instant now = journal.now();
    if (held.cause() == WriteOutcome.Held.Cause.OUTAGE) {
      return broken(promotion, state, target, held.reason());
    }
    boolean raced = held.cause() == WriteOutcome.Held.Cause.RACE;
    if (!raced) {
      slots.free(target.shard(), promotion.id(), target.name(), now);
    }
    Reason why = patience.said(promotion, state, target, held.reason(), now);
    boolean soon = raced && !state.isLate();
    return targets.waiting(
        promotion, state, why, now.plus(soon ? RETRY : patience.pause(state, now)));
  }

  /** Records what is wrong with the target before our commit is there. */
  private void seeBefore(Promotion promotion, TargetState state, Target target) {
    Optional<Reason> ill = planes.of(target).liveStateReader().illBefore(target, journal.now());
    boolean news = ill.isPresent() != state.illBefore().isPresent();
    if (news && writer.find(promotion.id(), target).isEmpty()) {
      targets.record(promotion, state, new PromotionEvent.TargetSeenBefore(target.name(), ill));
    }
  }

  private Optional<Instant> recordWritten(
      Promotion promotion, TargetState state, Revision revision, boolean alreadyThere) {
    targets.record(
        promotion, state, new PromotionEvent.TargetWritten(state.target(), revision, alreadyThere));
    steps.reached(Step.TARGET_WRITTEN);
    return Optional.of(journal.now());
  }

  /**
   * The promotion was stopped before the write was recorded; our commit may be there all the same.
   */
  private Optional<Instant> settleUnwritten(Promotion promotion, TargetState state, Target target) {
    if (state.isRun()) {
      return runner.run(promotion, state, target);
    }
    Optional<Revision> there = writer.find(promotion.id(), target);
    return there.isEmpty()
        ? targets.settle(promotion, state, target, new PromotionEvent.TargetSkipped(target.name()))
        : recordWritten(promotion, state, there.get(), false);
  }

  private Optional<Instant> makeLive(Promotion promotion, TargetState state, Target target) {
    WrittenRevision written =
        Requests.written(promotion, state, target, state.revision().orElseThrow());
    if (!state.syncAsked() && !state.synced()) {
      SyncOutcome outcome = planes.syncer(target).sync(written, journal.now());
      if (outcome instanceof SyncOutcome.Asked) {
        targets.record(promotion, state, new PromotionEvent.TargetSyncAsked(target.name()));
        steps.reached(Step.SYNC_ASKED);
      } else if (outcome instanceof SyncOutcome.Later later) {
        return CheckInterval.isAppointed(journal.now(), later.recheckAt())
            ? later(promotion, state, later)
            : awaiting(promotion, state, target, later.reason(), later.recheckAt());
      } else if (outcome instanceof SyncOutcome.Refused refused) {
        return targets.settle(
            promotion, state, target, TargetFailures.blocked(state, refused.reason()));
      }
    }
    return awaitLive(promotion, state, target, written);
  }

  private Optional<Instant> awaitLive(
      Promotion promotion, TargetState state, Target target, WrittenRevision written) {
    Instant now = journal.now();
    LiveState answer = planes.of(target).liveStateReader().read(written, now);
    if (answer.status() == LiveState.Status.LIVE) {
      Optional<Instant> done =
          targets.settle(promotion, state, target, new PromotionEvent.TargetLive(target.name()));
      steps.reached(Step.TARGET_LIVE);
      return done;
    }
    Reason why = answer.reason().orElseThrow();
    boolean old = PriorFault.isOld(state, why);
    if (answer.status() == LiveState.Status.DEGRADED && !old) {
      return targets.settle(promotion, state, target, TargetFailures.failed(state, why));
    }
    if (answer.synced() && !state.synced()) {
      targets.record(promotion, state, new PromotionEvent.TargetSynced(target.name()));
      slots.free(target.shard(), promotion.id(), target.name(), now);
    }
    return awaiting(
        promotion,
        state,
        target,
        old ? PriorFault.said(state, why) : why,
        answer.recheckAt().orElse(now.plus(LIVE_CHECK)));
  }

  /**
   * Waits for a target to become live; after its deadline a person is asked, and it continues
   * waiting.
   */
  private Optional<Instant> awaiting(
      Promotion promotion, TargetState state, Target target, Reason why, Instant again) {
    Instant now = journal.now();
    Instant deadline = state.deadline(target.healthyWithin()).orElse(Instant.MAX);
    if (now.isBefore(deadline)) {
      Instant next = CheckInterval.notTooLate(journal.now(), again);
      return targets.waiting(promotion, state, why, next.isAfter(deadline) ? deadline : next);
    }
    slots.free(target.shard(), promotion.id(), target.name(), now);
    Reason overdue = Overdue.of(promotion.id(), why, target.healthyWithin());
    if (!state.isOverdue()) {
      targets.record(promotion, state, new PromotionEvent.TargetWaiting(state.target(), overdue));
    }
    return state.isOverdue()
        ? targets.waiting(promotion, state, overdue, CheckInterval.notTooLate(journal.now(), again))
        : Optional.of(CheckInterval.notTooLate(journal.now(), again));
  }

  private Optional<Instant> later(Promotion promotion, TargetState state, SyncOutcome.Later later) {
    Instant again = CheckInterval.notTooLate(journal.now(), later.recheckAt());
    return targets.waiting(promotion, state, later.reason(), again);
  }

  private Optional<Instant> revert(Promotion promotion, TargetState state, Target target) {
    if (planes.runs(target).isPresent() && state.revision().isPresent()) {
      return runner.run(promotion, state, target);
    }
    Optional<WriteRequest> request = Requests.of(promotion, target, "");
    Reversal.Progress outcome =
        request.isEmpty() || state.revision().isEmpty()
            ? Reversal.nothingToDo(target.name())
            : reversal.carryOut(
                request.get(),
                Requests.written(promotion, state, target, state.revision().get()),
                journal.now());
    return outcome
        .end()
        .map(event -> targets.settle(promotion, state, target, event))
        .orElseGet(() -> later(promotion, state, outcome.later().orElseThrow()));
  }

  private Optional<Instant> broken(
      Promotion promotion, TargetState state, Target target, Reason reason) {
    Instant now = journal.now();
    if (state.step() == TargetState.Step.WRITTEN) {
      return awaiting(promotion, state, target, reason, now.plus(RETRY));
    }
    boolean over = state.isLate() || patience.isOver(state, reason, target.writtenWithin(), now);
    if (state.isRun() || !over) {
      return targets.waiting(promotion, state, reason, now.plus(RETRY));
    }
    boolean ends = !promotion.holdsAnything() && !state.isLate();
    if (ends || state.step() == TargetState.Step.REVERTING) {
      return targets.settle(
          promotion,
          state,
          target,
          TargetFailures.blocked(state, TimedOut.of(target.name(), reason)));
    }
    if (state.step() == TargetState.Step.STARTED) {
      slots.free(target.shard(), promotion.id(), target.name(), now);
    }
    Reason last = promotion.holdsAnything() ? TimedOut.waitsOn(promotion.id(), reason) : reason;
    Reason waits = patience.said(promotion, state, target, last, now);
    return targets.waiting(promotion, state, waits, now.plus(patience.pause(state, now)));
  }
}
