package dev.gatehouse.engine;

import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.plan.TargetPlan;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.spi.Step;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Calls the processes that work on targets; thread-safe. */
final class TargetWakeUps {
  /** A target of which nothing was heard for this long is called again. */
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Journal journal;
  private final Supplier<Rulebook> rulebook;
  private final Steps steps;

  TargetWakeUps(Journal journal, Supplier<Rulebook> rulebook, Steps steps) {
    this.journal = journal;
    this.rulebook = rulebook;
    this.steps = steps;
  }

  /** Sets the safety wake-ups of targets that are about to be started. */
  void before(Promotion promotion, List<TargetName> targets) {
    targets.forEach(target -> execute(promotion, target).ifPresent(journal::wakeSoon));
  }

  /** Calls for targets that have just been started. */
  void now(Promotion promotion, List<TargetName> targets) {
    for (TargetName target : targets) {
      execute(promotion, target).ifPresent(journal::wake);
      steps.reached(Step.TARGETS_WOKEN);
    }
  }

  /**
   * Calls again for targets that are quiet, and for those that have to settle because the promotion
   * was stopped; the others are at work and are not disturbed.
   */
  void remind(Promotion promotion) {
    Instant now = journal.now();
    for (TargetState state : promotion.inFlight()) {
      boolean quiet = !state.reasonAt().plus(QUIET).isAfter(now);
      if (quiet || isToSettle(promotion, state)) {
        execute(promotion, state.target()).ifPresent(journal::wake);
      }
    }
    watch(promotion);
  }

  /** Calls for a look at the live targets of a wave that bakes. */
  void watch(Promotion promotion) {
    promotion.watched().forEach(target -> execute(promotion, target).ifPresent(journal::wake));
  }

  /** Calls for a decision and for the targets of these shards that are in flight. */
  void resume(Promotion promotion, Set<ShardName> shards) {
    journal.wake(new WakeUp.Decide(promotion.id()));
    for (TargetState state : promotion.inFlight()) {
      shard(promotion, state.target())
          .filter(shards::contains)
          .map(shard -> new WakeUp.Execute(promotion.id(), state.target(), shard))
          .ifPresent(journal::wake);
    }
  }

  /** Calls again for targets that wait for something: it may have changed. */
  void lookAgain(Promotion promotion) {
    for (TargetState state : promotion.inFlight()) {
      if (state.reason().isPresent()) {
        execute(promotion, state.target()).ifPresent(journal::wake);
      }
    }
  }

  private static boolean isToSettle(Promotion promotion, TargetState state) {
    return state.step() != TargetState.Step.REVERTING && promotion.isStopped();
  }

  /** Returns what to record for targets that the rules do not define, whatever their shard was. */
  List<PromotionEvent> gone(Promotion promotion) {
    return Undefined.events(rulebook.get(), promotion);
  }

  private Optional<WakeUp> execute(Promotion promotion, TargetName target) {
    return shard(promotion, target).map(shard -> new WakeUp.Execute(promotion.id(), target, shard));
  }

  /** A target that moved to another shard is worked on there. */
  private Optional<ShardName> shard(Promotion promotion, TargetName target) {
    return defined(promotion, target)
        .map(Target::shard)
        .or(() -> promotion.lastPlan().flatMap(plan -> plan.target(target)).map(TargetPlan::shard));
  }

  private Optional<Target> defined(Promotion promotion, TargetName target) {
    return rulebook
        .get()
        .path(promotion.change().application())
        .flatMap(path -> path.target(target));
  }
}
