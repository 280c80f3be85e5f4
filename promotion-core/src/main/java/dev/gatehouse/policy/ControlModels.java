package dev.gatehouse.policy;

import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.RiskLevel;
import java.util.List;

/**
 * The control model of every class and level; none is missing.
 *
 * @param models in the order of class and level
 */
public record ControlModels(List<ControlModel> models) {
  /** Copies the list and refuses a gap: an unknown risk must not find an open door. */
  public ControlModels {
    models = List.copyOf(models);
    for (ChangeClass changeClass : ChangeClass.values()) {
      for (RiskLevel level : RiskLevel.values()) {
        find(models, changeClass, level);
      }
    }
  }

  /** Returns the model for this class and level. */
  public ControlModel of(ChangeClass changeClass, RiskLevel level) {
    return find(models, changeClass, level);
  }

  private static ControlModel find(
      List<ControlModel> models, ChangeClass changeClass, RiskLevel level) {
    return models.stream()
        .filter(model -> model.changeClass() == changeClass && model.level() == level)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("no control model for " + changeClass + " " + level));
  }
}
