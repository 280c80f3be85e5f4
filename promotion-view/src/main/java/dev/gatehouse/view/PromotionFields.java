package dev.gatehouse.view;

import dev.gatehouse.identity.Actor;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.PromotionStatus;
import dev.gatehouse.promotion.Wait;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link Promotion} as data. */
public final class PromotionFields {
  private PromotionFields() {}

  /** Returns the fields. */
  public static Map<String, @Nullable Object> of(
      Promotion promotion, List<Wait> waits, StepWording words) {
    return Fields.of("id", promotion.id())
        .and("application", promotion.change().application())
        .and("stage", promotion.stage())
        .and("standing", PromotionStatus.of(promotion).word())
        .and("phase", promotion.phase())
        .and("phaseSince", promotion.phaseSince())
        .and("proposer", promotion.proposer().id())
        .and("proposedAt", promotion.proposedAt())
        .and("joined", promotion.joined().stream().map(Actor::id).toList())
        .and("change", ChangeFields.fields(promotion.change()))
        .and("plan", promotion.lastPlan().map(PlanFields::fields))
        .and("wave", promotion.wave())
        .and("bakedWaves", promotion.bakedWaves())
        .and(
            "targets",
            promotion.targets().values().stream().map(t -> TargetFields.of(t, words)).toList())
        .and("gates", promotion.gates().stream().map(g -> GateFields.of(g, words)).toList())
        .and("approvals", promotion.approvals().stream().map(DecisionFields::fields).toList())
        .and("waivers", promotion.waivers().stream().map(GateFields::of).toList())
        .and("revocations", promotion.revocations().stream().map(DecisionFields::fields).toList())
        .and("evidence", promotion.evidence().stream().map(DecisionFields::fields).toList())
        .and("reason", promotion.reason().map(reason -> ReasonFields.of(reason, words)))
        .and("supersededBy", promotion.supersededBy())
        .and("waits", waits.stream().map(wait -> WaitFields.of(wait, words)).toList())
        .map();
  }
}
