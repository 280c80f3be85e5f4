package dev.gatehouse.promotion;

import dev.gatehouse.gate.GateContext;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.gate.Gates;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.Wave;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.TargetName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what comes next for a promotion: history and situation in, one decision out; pure and
 * thread-safe.
 *
 * @param gates the gates to ask
 */
public record PromotionDecider(Gates gates) {
  /** Returns the next decision; a promotion that has ended awaits nothing. */
  public Decision decide(Promotion promotion, Situation situation) {
    if (promotion.phase().isFinal()) {
      return new Decision.Await(List.of(), Optional.empty());
    }
    if (promotion.stop() != Promotion.Stop.NONE) {
      return stopped(promotion);
    }
    List<TargetName> working = working(promotion);
    if (!promotion.failed().isEmpty()) {
      return working.isEmpty()
          ? FailureDecision.of(promotion)
          : new Decision.Await(working, Optional.empty());
    }
    if (!working.isEmpty()) {
      return new Decision.Await(working, Optional.empty());
    }
    if (promotion.plan().isEmpty()) {
      return new Decision.MakePlan(
          promotion.lastPlan().isEmpty() ? "first plan" : "the desired state moved");
    }
    return goOn(promotion, promotion.plan().get(), situation);
  }

  private Decision goOn(Promotion promotion, Plan plan, Situation situation) {
    if (promotion.wave() > promotion.bakedWaves()) {
      Optional<Instant> bakedAt = bakedAt(promotion, plan);
      boolean baked = bakedAt.isPresent() && !situation.now().isBefore(bakedAt.get());
      if (!baked) {
        return new Decision.Await(List.of(), bakedAt);
      }
      return BakeSamples.missing(promotion, plan, situation)
          .<Decision>map(at -> new Decision.Await(List.of(), Optional.of(at)))
          .orElseGet(() -> new Decision.FinishWave(promotion.wave()));
    }
    Optional<Wave> next = promotion.nextWave();
    if (next.isEmpty()) {
      return new Decision.End(PromotionPhase.SUCCEEDED, Optional.empty());
    }
    List<GateResult> results = gates.judge(context(promotion, plan, next.get(), situation));
    if (results.stream().allMatch(result -> result.verdict().opens())) {
      return new Decision.Advance(next.get(), results);
    }
    return new Decision.Hold(next.get().number(), results, recheckAt(results));
  }

  private static Optional<Instant> bakedAt(Promotion promotion, Plan plan) {
    Bake bake = plan.bakeAfter(promotion.wave());
    return promotion.waveSince().map(since -> since.plus(bake.time()));
  }

  private static Decision stopped(Promotion promotion) {
    List<TargetName> working = working(promotion);
    if (!working.isEmpty()) {
      return new Decision.Await(working, Optional.empty());
    }
    return switch (promotion.stop()) {
      case ABORT -> new Decision.End(PromotionPhase.ABORTED, Optional.empty());
      case FORWARD -> new Decision.End(PromotionPhase.FAILED, promotion.reason());
      case ROLL_BACK -> FailureDecision.rollBack(promotion);
      default -> new Decision.Await(List.of(), Optional.empty());
    };
  }

  private static List<TargetName> working(Promotion promotion) {
    return promotion.inFlight().stream().map(TargetState::target).toList();
  }

  private static Optional<Instant> recheckAt(List<GateResult> results) {
    return results.stream()
        .flatMap(result -> result.verdict().looksAgainAt().stream())
        .min(Instant::compareTo);
  }

  /** Builds what the gates may look at. */
  static GateContext context(Promotion promotion, Plan plan, Wave wave, Situation situation) {
    var evidence = new ArrayList<>(promotion.evidence());
    evidence.addAll(situation.evidence());
    return new GateContext(
        situation.now(),
        plan,
        wave,
        promotion.proposer(),
        promotion.approvals(),
        promotion.confirmations(),
        promotion.waivers(),
        evidence,
        situation.passes(),
        situation.ahead(),
        situation.windows(),
        situation.shards(),
        situation.directory());
  }

  /** Returns the reason of the first failed target. */
  static Reason firstFailure(Promotion promotion) {
    return promotion.failed().get(0).reason().orElseThrow();
  }
}
