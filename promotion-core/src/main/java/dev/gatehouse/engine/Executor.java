package dev.gatehouse.engine;

import dev.gatehouse.change.Revision;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
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
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.spi.WriteOutcome;
import dev.gatehouse.spi.WriteRequest;
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
  static final ReasonCode TARGET_GONE = ReasonCode.of("target-gone");
  static final ReasonCode SHARD_BUSY = ReasonCode.of("shard-busy");
  static final ReasonCode GAVE_UP = ReasonCode.of("platform-gave-up");
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final Duration BUSY = Duration.ofSeconds(1);
  private static final Duration LIVE_CHECK = Duration.ofSeconds(10);
  private final Journal journal;
  private final DesiredStateWriter writer;
  private final LiveStateReader live;
  private final ShardSlots slots;
  private final Supplier<Rulebook> rulebook;
  private final Duration patience;
  private final Steps steps;

  Executor(
      Journal journal,
      DesiredStateWriter writer,
      LiveStateReader live,
      ShardSlots slots,
      Supplier<Rulebook> rulebook,
      Duration patience,
      Steps steps) {
    this.journal = journal;
    this.writer = writer;
    this.live = live;
    this.slots = slots;
    this.rulebook = rulebook;
    this.patience = patience;
    this.steps = steps;
  }

  /**
   * Does the next step of the target; returns when to go on, or empty when nothing is left to do.
   */
  Optional<Instant> execute(WakeUp.Execute wakeUp) {
    Optional<Promotion> found = journal.find(wakeUp.promotion());
    if (found.isEmpty() || found.get().phase().isFinal()) {
      return Optional.empty();
    }
    Promotion promotion = found.get();
    TargetState state = promotion.targets().get(wakeUp.target());
    if (state == null || !state.isInFlight()) {
      return Optional.empty();
    }
    Optional<Target> target =
        rulebook
            .get()
            .path(promotion.change().application())
            .flatMap(path -> path.target(wakeUp.target()));
    if (target.isEmpty()) {
      return settle(promotion, state, new PromotionEvent.TargetFailed(state.target(), gone(state)));
    }
    try {
      return step(promotion, state, target.get());
    } catch (PlatformException e) {
      return broken(promotion, state, target.get(), e.reason());
    }
  }

  private Optional<Instant> step(Promotion promotion, TargetState state, Target target) {
    if (!slots.take(target.shard(), promotion.id(), target.name(), journal.now())) {
      return waiting(promotion, state, slots.busy(target), journal.now().plus(BUSY));
    }
    steps.reached(Step.TARGET_TAKEN);
    return switch (state.step()) {
      case STARTED -> write(promotion, state, target);
      case WRITTEN -> awaitLive(promotion, state, target);
      default -> revert(promotion, state, target);
    };
  }

  private Optional<Instant> write(Promotion promotion, TargetState state, Target target) {
    if (promotion.stop() != Promotion.Stop.NONE || !promotion.failed().isEmpty()) {
      return settleUnwritten(promotion, state, target);
    }
    Optional<WriteRequest> request = request(promotion, target);
    if (request.isEmpty()) {
      return settle(promotion, state, new PromotionEvent.TargetSkipped(state.target()));
    }
    WriteOutcome outcome = writer.write(request.get());
    return switch (outcome.kind()) {
      case WRITTEN -> {
        WriteOutcome.Written written = (WriteOutcome.Written) outcome;
        record(
            promotion,
            state,
            new PromotionEvent.TargetWritten(
                target.name(), written.revision(), written.alreadyThere()));
        steps.reached(Step.TARGET_WRITTEN);
        yield Optional.of(journal.now());
      }
      case DRIFTED ->
          settle(
              promotion,
              state,
              new PromotionEvent.PlanDrifted(
                  target.name(), ((WriteOutcome.Drifted) outcome).reason()));
      case REFUSED ->
          settle(
              promotion,
              state,
              new PromotionEvent.TargetFailed(
                  target.name(), ((WriteOutcome.Refused) outcome).reason()));
    };
  }

  /**
   * The promotion was stopped before the write was recorded; our commit may be there all the same.
   */
  private Optional<Instant> settleUnwritten(Promotion promotion, TargetState state, Target target) {
    Optional<Revision> there = writer.find(promotion.id(), target);
    if (there.isEmpty()) {
      return settle(promotion, state, new PromotionEvent.TargetSkipped(target.name()));
    }
    record(promotion, state, new PromotionEvent.TargetWritten(target.name(), there.get(), false));
    return Optional.of(journal.now());
  }

  private Optional<Instant> awaitLive(Promotion promotion, TargetState state, Target target) {
    if (promotion.stop() != Promotion.Stop.NONE) {
      return settle(promotion, state, new PromotionEvent.TargetSkipped(target.name()));
    }
    Instant now = journal.now();
    LiveState answer = live.read(target, state.revision().orElseThrow(), state.since(), now);
    if (answer.status() == LiveState.Status.LIVE) {
      Optional<Instant> done =
          settle(promotion, state, new PromotionEvent.TargetLive(target.name()));
      steps.reached(Step.TARGET_LIVE);
      return done;
    }
    Reason why = answer.reason().orElseThrow();
    if (answer.status() == LiveState.Status.DEGRADED) {
      return settle(promotion, state, new PromotionEvent.TargetFailed(target.name(), why));
    }
    return waiting(promotion, state, why, answer.recheckAt().orElse(now.plus(LIVE_CHECK)));
  }

  private Optional<Instant> revert(Promotion promotion, TargetState state, Target target) {
    Optional<WriteRequest> request = request(promotion, target);
    if (request.isEmpty() || state.revision().isEmpty()) {
      return settle(
          promotion, state, new PromotionEvent.TargetReverted(target.name(), Optional.empty()));
    }
    WriteOutcome outcome = writer.revert(request.get(), state.revision().get());
    if (outcome instanceof WriteOutcome.Written written) {
      return settle(
          promotion,
          state,
          new PromotionEvent.TargetReverted(target.name(), Optional.of(written.revision())));
    }
    Reason refusal =
        outcome instanceof WriteOutcome.Drifted drifted
            ? drifted.reason()
            : ((WriteOutcome.Refused) outcome).reason();
    Reason why = RevertFailed.of(target.name(), refusal);
    return settle(promotion, state, new PromotionEvent.TargetFailed(target.name(), why));
  }

  private static Optional<WriteRequest> request(Promotion promotion, Target target) {
    return promotion
        .lastPlan()
        .flatMap(
            plan ->
                plan.target(target.name())
                    .map(
                        planned ->
                            new WriteRequest(
                                promotion.id(),
                                promotion.stage(),
                                plan.hash(),
                                promotion.change(),
                                target,
                                planned.diffDigest(),
                                promotion.proposedAt())));
  }

  private Optional<Instant> broken(
      Promotion promotion, TargetState state, Target target, Reason reason) {
    Instant now = journal.now();
    if (state.since().plus(patience).isAfter(now)) {
      return waiting(promotion, state, reason, now.plus(RETRY));
    }
    Reason gaveUp =
        new Reason(
            GAVE_UP,
            reason.what(),
            "target " + target.name() + ", " + reason.where(),
            reason.next());
    return settle(promotion, state, new PromotionEvent.TargetFailed(target.name(), gaveUp));
  }

  private Optional<Instant> waiting(
      Promotion promotion, TargetState state, Reason why, Instant again) {
    boolean known =
        state
            .reason()
            .map(old -> old.code().equals(why.code()) && old.what().equals(why.what()))
            .orElse(false);
    if (!known) {
      record(promotion, state, new PromotionEvent.TargetWaiting(state.target(), why));
    }
    return Optional.of(again);
  }

  /** Records the end of a step that frees the shard and gives the word back to the decider. */
  private Optional<Instant> settle(Promotion promotion, TargetState state, PromotionEvent event) {
    record(promotion, state, event);
    slots.free(promotion.id(), state.target());
    return Optional.empty();
  }

  /** Appends the event unless the target has moved on in the meantime. */
  private void record(Promotion promotion, TargetState seen, PromotionEvent event) {
    journal.act(
        promotion.id(),
        Driver.ENGINE,
        now -> {
          TargetState state = now.targets().get(seen.target());
          boolean same = state != null && state.step() == seen.step() && !now.phase().isFinal();
          return same ? List.of(event) : List.of();
        });
  }

  private static Reason gone(TargetState state) {
    return new Reason(
        TARGET_GONE,
        "The target is no longer defined.",
        "gatehouse.yaml, target " + state.target(),
        "Put the target back, or abort the promotion.");
  }
}
