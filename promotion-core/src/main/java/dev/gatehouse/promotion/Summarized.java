package dev.gatehouse.promotion;

import dev.gatehouse.approval.Waiver;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.history.PromotionSummary;

/** The summary of a promotion that was folded whole; pure. */
final class Summarized {
  private Summarized() {}

  static PromotionSummary of(Promotion whole) {
    return new PromotionSummary(
        whole.id(),
        whole.version(),
        whole.change().application(),
        whole.stage(),
        whole.change().id(),
        whole.change().title(),
        whole.change().artifacts(),
        whole.proposer().id(),
        whole.proposedAt(),
        whole.plan().map(plan -> whole.sealed().get(whole.sealed().size() - 1)),
        whole.lastPlan().map(PromotionSummary.Risk::of),
        whole.holding().stream().map(GateResult::gate).toList(),
        whole.waivers().stream().map(Waiver::gate).distinct().toList(),
        whole.judgedRules(),
        whole.wave(),
        whole.targets().values().stream().map(Summarized::of).toList(),
        whole.phase(),
        whole.phaseSince(),
        PromotionSummary.Stop.valueOf(whole.stop().name()),
        whole.supersededBy(),
        whole.rollback());
  }

  private static PromotionSummary.TargetNow of(TargetState state) {
    return new PromotionSummary.TargetNow(
        state.target(),
        PromotionSummary.Step.valueOf(state.step().name()),
        state.revision().isPresent() && !state.alreadyThere());
  }
}
