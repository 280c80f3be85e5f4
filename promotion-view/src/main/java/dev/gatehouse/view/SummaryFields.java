package dev.gatehouse.view;

import dev.gatehouse.change.Artifact;
import dev.gatehouse.history.PromotionSummary;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link PromotionSummary} as data. */
public final class SummaryFields {
  private SummaryFields() {}

  /** Returns the fields. */
  public static Map<String, @Nullable Object> of(PromotionSummary summary) {
    return Fields.of("id", summary.id())
        .and("version", summary.version())
        .and("application", summary.application())
        .and("stage", summary.stage())
        .and("title", summary.title())
        .and("artifacts", summary.artifacts().stream().map(Artifact::reference).toList())
        .and("proposer", summary.proposer())
        .and("proposedAt", summary.proposedAt())
        .and("phase", summary.phase())
        .and("phaseSince", summary.phaseSince())
        .and("plan", summary.plan())
        .and("class", summary.risk().map(PromotionSummary.Risk::changeClass))
        .and("level", summary.risk().map(PromotionSummary.Risk::level))
        .and("holding", summary.holding())
        .and("waived", summary.waived())
        .and("wave", summary.wave())
        .and("supersededBy", summary.supersededBy())
        .map();
  }
}
