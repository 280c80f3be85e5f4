package dev.gatehouse.engine;

import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.PromotionPath;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.util.List;
import java.util.Optional;

/**
 * What follows for targets in flight that the rules do not define any more: what is not written is
 * planned away, what is written waits, and nothing that lives is reverted.
 */
final class Undefined {
  private static final ReasonCode TARGET_GONE = ReasonCode.of("target-gone");
  private static final ReasonCode TARGET_MOVED = ReasonCode.of("target-moved");

  private Undefined() {}

  /**
   * Returns the target as the rules define it. One that is to be written must be in the promotion's
   * own stage; one that is written is followed wherever it moved.
   */
  static Optional<Target> lookUp(Rulebook rules, Promotion promotion, TargetState state) {
    Optional<PromotionPath> path = rules.path(promotion.change().application());
    return state.step() == TargetState.Step.STARTED
        ? path.flatMap(p -> p.stage(promotion.stage())).flatMap(s -> s.target(state.target()))
        : path.flatMap(p -> p.target(state.target()));
  }

  /** Returns what to record for every target in flight that is not defined. */
  static List<PromotionEvent> events(Rulebook rules, Promotion promotion) {
    return promotion.inFlight().stream()
        .filter(state -> lookUp(rules, promotion, state).isEmpty())
        .flatMap(state -> event(rules, promotion, state).stream())
        .toList();
  }

  /** Returns what to record for a target that is not defined; empty when that is known. */
  static Optional<PromotionEvent> event(Rulebook rules, Promotion promotion, TargetState state) {
    Optional<Reason> unknown = unknownStage(rules, promotion);
    Reason gone = gone(state.target());
    if (state.step() == TargetState.Step.REVERTING) {
      return Optional.of(TargetFailures.failed(state, gone));
    }
    if (promotion.isStopped()) {
      return Optional.of(new PromotionEvent.TargetSkipped(state.target()));
    }
    boolean toWrite = state.step() == TargetState.Step.STARTED;
    if (toWrite && unknown.isEmpty()) {
      return Optional.of(new PromotionEvent.PlanDrifted(state.target(), gone));
    }
    Reason why = toWrite ? unknown.get() : gone;
    boolean known = state.reason().filter(r -> r.code().equals(why.code())).isPresent();
    return known
        ? Optional.empty()
        : Optional.of(new PromotionEvent.TargetWaiting(state.target(), why));
  }

  private static Optional<Reason> unknownStage(Rulebook rules, Promotion promotion) {
    Optional<PromotionPath> path = rules.path(promotion.change().application());
    if (path.isEmpty()) {
      return Optional.of(Planner.unknownApplication(promotion.change().application(), rules));
    }
    return path.get().stage(promotion.stage()).isPresent()
        ? Optional.empty()
        : Optional.of(path.get().unknownStage(promotion.stage()));
  }

  /** A target that another shard drives now is planned again: other gates may hold there. */
  static Optional<Reason> moved(Promotion promotion, Target target) {
    return promotion
        .lastPlan()
        .flatMap(plan -> plan.target(target.name()))
        .filter(planned -> !planned.shard().equals(target.shard()))
        .map(
            planned ->
                new Reason(
                    TARGET_MOVED,
                    "The target moved from shard "
                        + planned.shard()
                        + " to shard "
                        + target.shard()
                        + ".",
                    "gatehouse.yaml, target " + target.name(),
                    "No action needed; the rest is planned again."));
  }

  static Reason gone(TargetName target) {
    return new Reason(
        TARGET_GONE,
        "The target is no longer defined.",
        "gatehouse.yaml, target " + target,
        "Put the target back, or abort the promotion.");
  }
}
