package dev.gatehouse.risk;

import dev.gatehouse.change.ManifestDiff;
import java.util.List;

/**
 * One thing to look for in a diff; pure and thread-safe. Most are written with {@link RuleBuilder};
 * adding one is described in CONTRIBUTING.md.
 */
public interface RiskRule {
  /** Returns the rule's id, such as {@code S1}. */
  String id();

  /** Returns what it looks for, in plain words, for the reference page. */
  String looksFor();

  /**
   * Returns every severity that one of its factors can have, in the order of the reference page.
   */
  List<Severity> severities();

  /** Returns a factor for each place in the diff of one target where the rule applies. */
  List<RiskFactor> assess(ManifestDiff diff, RiskInput input);
}
