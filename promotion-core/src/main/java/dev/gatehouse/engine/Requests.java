package dev.gatehouse.engine;

import dev.gatehouse.change.Revision;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.spi.WriteRequest;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.Target;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the ports are asked for about one target of a promotion; pure. */
final class Requests {
  private static final Set<TargetState.Step> HOLDING =
      EnumSet.of(TargetState.Step.WRITTEN, TargetState.Step.LIVE);

  private Requests() {}

  /** A target that a later plan no longer names can still be reverted; a revert plans nothing. */
  static Optional<WriteRequest> of(Promotion promotion, Target target, String expectedDigest) {
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

  /**
   * Returns what the plan in force, or the last one, wants of a target; empty where it has none.
   */
  static Optional<WriteRequest> ofPlanned(Promotion promotion, Target target) {
    return promotion
        .lastPlan()
        .flatMap(plan -> plan.target(target.name()))
        .flatMap(planned -> of(promotion, target, planned.diffDigest()));
  }

  /** Returns the same also for a target that the last plan no longer names. */
  static Optional<WriteRequest> planned(Promotion promotion, Target target) {
    return ofPlanned(promotion, target).or(() -> of(promotion, target, ""));
  }

  static WrittenRevision written(
      Promotion promotion, TargetState state, Target target, Revision revision) {
    return new WrittenRevision(promotion.id(), target, revision, state.since());
  }

  /** Returns the revisions that hold the desired state now, of targets that are still defined. */
  static List<WrittenRevision> written(Promotion promotion, Rulebook rules) {
    return promotion.targets().values().stream()
        .filter(state -> HOLDING.contains(state.step()))
        .flatMap(state -> written(promotion, state, rules).stream())
        .toList();
  }

  private static Optional<WrittenRevision> written(
      Promotion promotion, TargetState state, Rulebook rules) {
    return state
        .revision()
        .flatMap(
            revision ->
                Undefined.lookUp(rules, promotion, state)
                    .map(target -> written(promotion, state, target, revision)));
  }
}
