package dev.gatehouse.promotion;

import dev.gatehouse.gate.GateResult;
import dev.gatehouse.policy.GateName;
import java.time.Instant;
import java.util.Set;

/** What ends a hold: time alone, or someone. */
public enum HeldBy {
  /** Nothing holds it. */
  NOTHING,
  /** The hold ends at a known time. */
  TIME,
  /** A person, a fact or another system ends the hold. */
  OTHERS;

  private static final Set<GateName> BY_TIME =
      Set.of(GateName.SOAK_TIME, GateName.PROMOTION_WINDOW, GateName.STAGE_FREE);

  /** Returns what ends the hold of this gate; a gate by time that names no time needs someone. */
  public static HeldBy of(GateResult result) {
    if (result.verdict().holdReason().isEmpty()) {
      return NOTHING;
    }
    boolean timed = result.verdict().looksAgainAt().isPresent();
    return timed && BY_TIME.contains(result.gate()) ? TIME : OTHERS;
  }

  /** Returns what holds this promotion; others come before time. */
  public static HeldBy of(Promotion promotion) {
    PromotionStatus status = PromotionStatus.of(promotion);
    if (status != PromotionStatus.HELD && status != PromotionStatus.REFUSED) {
      return NOTHING;
    }
    boolean byTime = promotion.holding().stream().allMatch(held -> of(held) == TIME);
    boolean stopped = promotion.stop() != Promotion.Stop.NONE;
    return byTime && !stopped && !PromotionStatus.personDecides(promotion) ? TIME : OTHERS;
  }

  /** Returns whether time alone ends every hold of this promotion, at this moment at the latest. */
  public static boolean timeUntil(Instant latest, Promotion promotion) {
    return of(promotion) == TIME
        && promotion.holding().stream()
            .flatMap(held -> held.verdict().looksAgainAt().stream())
            .noneMatch(at -> at.isAfter(latest));
  }
}
