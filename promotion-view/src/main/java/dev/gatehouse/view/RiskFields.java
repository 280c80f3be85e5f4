package dev.gatehouse.view;

import dev.gatehouse.change.ObjectKey;
import dev.gatehouse.risk.RiskAssessment;
import dev.gatehouse.risk.RiskFactor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link RiskAssessment} as data. */
public final class RiskFields {
  private RiskFields() {}

  /** Returns the fields. */
  public static Map<String, @Nullable Object> fields(RiskAssessment risk) {
    return Fields.of("class", risk.changeClass())
        .and("level", risk.level())
        .and("reversibility", risk.reversibility())
        .and("effect", risk.effect())
        .and("shards", risk.exposure().shards())
        .and("shardsTotal", risk.exposure().shardsTotal())
        .and("tenants", risk.exposure().tenants())
        .and("tierOne", risk.exposure().tierOne())
        .and("factors", risk.factors().stream().map(RiskFields::fields).toList())
        .map();
  }

  private static Map<String, @Nullable Object> fields(RiskFactor factor) {
    return Fields.of("rule", factor.rule())
        .and("class", factor.changeClass())
        .and("floor", factor.floor())
        .and("reversibility", factor.reversibility())
        .and("file", factor.file())
        .and("object", factor.object().map(ObjectKey::label))
        .and("field", factor.field())
        .and("sentence", factor.sentence())
        .and("blocker", factor.blocker())
        .map();
  }
}
