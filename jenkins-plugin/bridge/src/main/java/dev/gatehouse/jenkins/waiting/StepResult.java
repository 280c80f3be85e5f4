package dev.gatehouse.jenkins.waiting;

import dev.gatehouse.plan.Plan;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.PromotionStatus;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the step returns to the script, as plain values that any Jenkinsfile can use.
 *
 * @param promotion the id
 * @param status how it is doing, such as {@code done} or {@code held}
 * @param planHash the hash of its plan, or blank before one is made
 * @param changeClass such as {@code application}, or blank
 * @param level such as {@code high}, or blank
 */
public record StepResult(
    String promotion, String status, String planHash, String changeClass, String level) {
  /** Returns the result for this promotion as it is now. */
  static StepResult of(Promotion promotion) {
    return new StepResult(
        promotion.id().value(),
        PromotionStatus.of(promotion).word(),
        promotion.lastPlan().map(plan -> plan.hash().value()).orElse(""),
        promotion.lastPlan().map(plan -> word(plan.risk().changeClass())).orElse(""),
        promotion.lastPlan().map(StepResult::level).orElse(""));
  }

  /** Returns the values by the names that scripts use. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("promotion", promotion);
    values.put("status", status);
    values.put("planHash", planHash);
    values.put("changeClass", changeClass);
    values.put("level", level);
    return Map.copyOf(values);
  }

  private static String level(Plan plan) {
    return word(plan.risk().level());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
