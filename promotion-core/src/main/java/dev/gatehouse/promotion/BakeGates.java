package dev.gatehouse.promotion;

import dev.gatehouse.gate.GateContext;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.gate.GateVerdict;
import dev.gatehouse.gate.Gates;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.Wave;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the gates say while a wave bakes; pure. What turns against the change is recorded when it
 * happens and not when the bake is over.
 *
 * @param promotion the promotion
 * @param now the time of the question
 * @param here what the gates say of the wave that bakes
 * @param ahead what the gates of every wave say of the next one; empty without one
 */
record BakeGates(Promotion promotion, Instant now, List<GateResult> here, List<GateResult> ahead) {
  private static final Duration LOOKS_EVERY = Duration.ofMinutes(1);

  BakeGates {
    here = List.copyOf(here);
    ahead = List.copyOf(ahead);
  }

  static BakeGates of(Gates gates, Promotion promotion, Situation situation) {
    Plan plan = promotion.plan().orElseThrow();
    if (!promotion.isBaking()) {
      return new BakeGates(promotion, situation.now(), List.of(), List.of());
    }
    GateContext baking = context(promotion, plan, promotion.running(plan), situation);
    List<GateResult> here =
        gates.whileBaking(promotion.waveSince().map(baking::bakingSince).orElse(baking));
    Set<GateName> asked = here.stream().map(GateResult::gate).collect(Collectors.toSet());
    List<GateResult> ahead =
        promotion
            .nextWave()
            .map(wave -> gates.ahead(context(promotion, plan, wave, situation)))
            .orElse(List.of())
            .stream()
            .filter(result -> !asked.contains(result.gate()))
            .toList();
    return new BakeGates(promotion, situation.now(), here, ahead);
  }

  private static GateContext context(
      Promotion promotion, Plan plan, Wave wave, Situation situation) {
    return situation.around(promotion, plan, wave);
  }

  /**
   * Returns the next decision.
   *
   * @param over whether time, samples and looks are complete
   * @param again when the bake is to be rechecked
   */
  Decision decide(boolean over, Instant again) {
    Optional<GateResult> refused =
        here.stream().filter(result -> isRefused(result.verdict())).findFirst();
    if (refused.isPresent() && isRecorded(refused.get().gate())) {
      Reason fact = refused.get().verdict().holdReason().orElseThrow();
      return FailureDecision.turned(promotion, fact);
    }
    if (refused.isPresent()) {
      return hold(now);
    }
    if (over && !holds(here)) {
      return new Decision.FinishWave(promotion.wave());
    }
    Instant soon = now.plus(LOOKS_EVERY);
    Instant look = soon.isBefore(again) ? soon : again;
    boolean isNews = holds(all()) || holds(promotion.gates());
    return isNews ? hold(look) : new Decision.Await(List.of(), Optional.of(look));
  }

  private Decision hold(Instant look) {
    int wave = promotion.nextWave().map(Wave::number).orElse(promotion.wave());
    return new Decision.Hold(wave, all(), Optional.of(look));
  }

  private List<GateResult> all() {
    return Stream.concat(here.stream(), ahead.stream()).toList();
  }

  /** The refusal is in the history first, so that people see what the decision was made of. */
  private boolean isRecorded(GateName gate) {
    return promotion.gates().stream()
        .anyMatch(result -> result.gate().equals(gate) && isRefused(result.verdict()));
  }

  private static boolean isRefused(GateVerdict verdict) {
    return verdict.outcome() == GateVerdict.Outcome.FAILED;
  }

  private static boolean holds(List<GateResult> results) {
    return results.stream().anyMatch(result -> !result.verdict().opens());
  }
}
