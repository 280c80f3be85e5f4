package dev.gatehouse.risk;

import java.util.Locale;

/**
 * What a rule puts a change into when it applies.
 *
 * @param changeClass the class
 * @param floor the level below which the change cannot go
 * @param reversibility the rollback it leaves
 */
public record Severity(ChangeClass changeClass, RiskLevel floor, Reversibility reversibility) {
  /** Returns the severity of an application change. */
  public static Severity application(RiskLevel floor, Reversibility reversibility) {
    return new Severity(ChangeClass.APPLICATION, floor, reversibility);
  }

  /** Returns the severity of an infrastructure change. */
  public static Severity infrastructure(RiskLevel floor, Reversibility reversibility) {
    return new Severity(ChangeClass.INFRASTRUCTURE, floor, reversibility);
  }

  /** Returns the severity of a migration. */
  public static Severity migration(RiskLevel floor, Reversibility reversibility) {
    return new Severity(ChangeClass.MIGRATION, floor, reversibility);
  }

  /** Returns whether it is at least as severe in every respect. */
  public boolean covers(Severity other) {
    return changeClass.compareTo(other.changeClass) >= 0
        && floor.compareTo(other.floor) >= 0
        && reversibility.compareTo(other.reversibility) >= 0;
  }

  /** Returns the worse of both, respect by respect. */
  public Severity worst(Severity other) {
    return new Severity(
        changeClass.max(other.changeClass),
        floor.max(other.floor),
        reversibility.worst(other.reversibility));
  }

  /** Returns {@code migration HIGH, R2}. */
  public String label() {
    return changeClass.name().toLowerCase(Locale.ROOT) + " " + floor + ", " + reversibility;
  }
}
