package dev.gatehouse.promotion;

import dev.gatehouse.gate.GateResult;
import dev.gatehouse.gate.GateVerdict;
import dev.gatehouse.gate.Gates;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.Wave;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.TargetName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides what comes next for a promotion: history and situation in, one decision out; pure and
 * thread-safe.
 *
 * @param gates the gates to ask
 */
public record PromotionDecider(Gates gates) {
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);
  private static final Duration WORKING = Duration.ofMinutes(5);
  private static final Duration SAMPLES_AGAIN = Duration.ofMinutes(1);
  private static final int MOST_DRIFTS = 20;

  /** Returns the next decision; a promotion that has ended awaits nothing. */
  public Decision decide(Promotion promotion, Situation situation) {
    if (promotion.phase().isFinal()) {
      return new Decision.Await(List.of(), Optional.empty());
    }
    if (promotion.phase() == PromotionPhase.PENDING && situation.newer().isPresent()) {
      return Endings.superseded(promotion, situation.newer().get());
    }
    List<TargetName> working = working(promotion);
    if (!working.isEmpty()) {
      return new Decision.Await(working, Optional.of(situation.now().plus(WORKING)));
    }
    if (promotion.stop() != Promotion.Stop.NONE) {
      return stopped(promotion, situation);
    }
    if (!promotion.failed().isEmpty()) {
      return FailureDecision.of(promotion);
    }
    return promotion.plan().isEmpty()
        ? plan(promotion, situation)
        : goOn(promotion, promotion.plan().get(), situation);
  }

  /** Returns the end of a promotion that has not started when a newer one is proposed. */
  public static Decision.End superseded(Promotion older, Promotion newer) {
    return Endings.superseded(older, newer);
  }

  private static Decision plan(Promotion promotion, Situation situation) {
    Optional<Reason> unknown = situation.stage().unknown();
    if (unknown.isPresent() && promotion.lastPlan().isPresent()) {
      return held(promotion, unknown.get(), situation);
    }
    if (promotion.drifts() >= MOST_DRIFTS) {
      return Endings.unsettled(promotion);
    }
    return new Decision.MakePlan(
        promotion.lastPlan().isEmpty() ? "first plan" : "the desired state moved");
  }

  /**
   * Asks gates again right before a target is written, because its wave may have started long
   * before: all gates of the wave while none of its targets was touched, and afterwards the gates
   * that hold every wave.
   *
   * @return the first gate that holds, or empty when all are open
   */
  public Optional<GateResult> holdsNow(
      Promotion promotion, TargetName target, Situation situation) {
    Wave alone = new Wave(promotion.wave(), List.of(target));
    return promotion
        .lastPlan()
        .map(plan -> situation.around(promotion, plan, alone))
        .map(asked -> isUntouched(promotion) ? gates.judge(asked) : gates.judgeAgain(asked))
        .orElse(List.of())
        .stream()
        .filter(result -> !result.verdict().opens())
        .findFirst();
  }

  /** Returns whether stopping now leaves the wave that runs whole: nothing of it is written. */
  private static boolean isUntouched(Promotion promotion) {
    return promotion
        .lastPlan()
        .flatMap(plan -> plan.wave(promotion.wave()))
        .map(Wave::targets)
        .orElse(List.of())
        .stream()
        .flatMap(name -> Optional.ofNullable(promotion.targets().get(name)).stream())
        .noneMatch(TargetState::holdsOurCommit);
  }

  private Decision goOn(Promotion promotion, Plan plan, Situation situation) {
    if (promotion.wave() > promotion.bakedWaves()) {
      return bake(promotion, situation);
    }
    Optional<Wave> next = promotion.nextWave();
    Optional<Reason> unknown = situation.stage().unknown();
    if (unknown.isPresent() && next.isPresent()) {
      return held(promotion, unknown.get(), situation);
    }
    Optional<String> differs =
        promotion.rollback().isPresent()
            ? Optional.empty() // what it undoes is fixed by the ledger, not by the stage's rules
            : situation.stage().differsFrom(promotion, plan);
    if (unknown.isEmpty() && differs.isPresent()) {
      return new Decision.MakePlan(differs.get());
    }
    if (next.isEmpty()) {
      return new Decision.End(PromotionPhase.SUCCEEDED, Optional.empty());
    }
    List<GateResult> results = gates.judge(situation.around(promotion, plan, next.get()));
    if (results.stream().allMatch(result -> result.verdict().opens())) {
      return new Decision.Advance(next.get(), results);
    }
    return new Decision.Hold(
        next.get().number(), results, Optional.of(recheckAt(results, situation.now())));
  }

  /** Nothing is planned or written for a stage that the rules do not define. */
  private static Decision held(Promotion promotion, Reason why, Situation situation) {
    Instant again = situation.now().plus(WORKING);
    GateVerdict verdict = new GateVerdict.Pending(why, again);
    return new Decision.Hold(
        promotion.wave() + 1, List.of(new GateResult(GateName.PLAN, verdict)), Optional.of(again));
  }

  private Decision bake(Promotion promotion, Situation situation) {
    Instant now = situation.now();
    Optional<Baking> baking = Baking.of(promotion, situation.directory(), now);
    boolean over = baking.filter(watch -> watch.isOver(now)).isPresent();
    if (over && promotion.plan().orElseThrow().bakeAfter(promotion.wave()).isNone()) {
      return new Decision.FinishWave(promotion.wave());
    }
    Instant again =
        baking
            .map(watch -> watch.isLongEnough(now) ? now.plus(SAMPLES_AGAIN) : watch.until())
            .orElse(now.plus(WORKING));
    return BakeGates.of(gates, promotion, situation).decide(over, again);
  }

  private static Decision stopped(Promotion promotion, Situation situation) {
    return switch (promotion.stop()) {
      case ABORT -> Endings.abort(promotion);
      case FORWARD -> FailureDecision.forward(promotion);
      case ROLL_BACK -> FailureDecision.rollBack(promotion);
      default -> new Decision.Await(List.of(), Optional.of(situation.now().plus(LOOK_AGAIN)));
    };
  }

  private static List<TargetName> working(Promotion promotion) {
    return promotion.inFlight().stream().map(TargetState::target).toList();
  }

  /** A gate that failed names no time; the facts it judged may change all the same. */
  private static Instant recheckAt(List<GateResult> results, Instant now) {
    return results.stream()
        .flatMap(result -> result.verdict().looksAgainAt().stream())
        .min(Instant::compareTo)
        .orElse(now.plus(LOOK_AGAIN));
  }
}
