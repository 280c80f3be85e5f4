package dev.gatehouse.risk;

import java.util.ArrayList;
import java.util.List;

/**
 * The computed risk of a change, with every factor that led to it.
 *
 * @param changeClass the highest class of the factors
 * @param level the highest of their floors and of impact × success
 * @param reversibility the worst of the factors
 * @param exposure the blast radius
 * @param factors why, most severe first
 * @param effect false when the change alters no object at all
 */
public record RiskAssessment(
    ChangeClass changeClass,
    RiskLevel level,
    Reversibility reversibility,
    Exposure exposure,
    List<RiskFactor> factors,
    boolean effect) {
  /** Copies the list. */
  public RiskAssessment {
    factors = List.copyOf(factors);
  }

  /**
   * Returns an assessment that is no milder than this one and the one before, with the factors of
   * both. What blocked before and is found no more has been done.
   */
  public RiskAssessment atLeast(RiskAssessment before) {
    List<RiskFactor> all = new ArrayList<>(factors);
    before.factors.stream()
        .filter(factor -> factor.blocker().isEmpty() && !all.contains(factor))
        .forEach(all::add);
    return new RiskAssessment(
        changeClass.max(before.changeClass),
        level.max(before.level),
        reversibility.worst(before.reversibility),
        exposure,
        all,
        effect || before.effect);
  }

  /** Returns the factors that stop the change until something is done. */
  public List<RiskFactor> blockers() {
    return factors.stream().filter(factor -> factor.blocker().isPresent()).toList();
  }

  /** Returns {@code application LOW, R0 (instant revert)} and the like. */
  public String label() {
    if (!effect) {
      return "no effect on any shard";
    }
    return changeClass.name().toLowerCase(java.util.Locale.ROOT)
        + " "
        + level
        + ", "
        + reversibility
        + " ("
        + reversibility.meaning()
        + ")";
  }
}
