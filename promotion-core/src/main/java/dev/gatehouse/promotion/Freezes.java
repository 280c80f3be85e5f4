package dev.gatehouse.promotion;

import dev.gatehouse.gate.GateResult;
import dev.gatehouse.gate.Gates;
import dev.gatehouse.plan.Wave;
import dev.gatehouse.policy.GateName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Freezes that begin or end while a wave bakes; pure. They hold the next wave, and people read of
 * them when they happen and not when the bake is over.
 */
final class Freezes {
  private static final Set<GateName> GATES = Set.of(GateName.PROMOTION_WINDOW, GateName.SHARD);
  private static final Duration LOOKS_EVERY = Duration.ofMinutes(1);

  private Freezes() {}

  /**
   * Returns what a freeze of the next wave makes of this look; empty when there is no next wave.
   *
   * @param again when the bake is to be rechecked
   */
  static Optional<Decision> whileBaking(
      Gates gates, Promotion promotion, Situation situation, Instant again) {
    Optional<Wave> next = promotion.nextWave();
    if (next.isEmpty() || !promotion.isBaking()) {
      return Optional.empty();
    }
    List<GateResult> results =
        gates
            .judgeAgain(situation.around(promotion, promotion.plan().orElseThrow(), next.get()))
            .stream()
            .filter(result -> GATES.contains(result.gate()))
            .toList();
    Instant soon = situation.now().plus(LOOKS_EVERY);
    Optional<Instant> look = Optional.of(soon.isBefore(again) ? soon : again);
    boolean isNews = holds(results) || holds(promotion.gates());
    return Optional.of(
        isNews
            ? new Decision.Hold(next.get().number(), results, look)
            : new Decision.Await(List.of(), look));
  }

  private static boolean holds(List<GateResult> results) {
    return results.stream()
        .anyMatch(result -> GATES.contains(result.gate()) && !result.verdict().opens());
  }
}
