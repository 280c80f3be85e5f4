package dev.gatehouse.risk;

import dev.gatehouse.change.ManifestDiff;
import java.util.ArrayList;
import java.util.List;

/**
 * A diff in which a rule applies, and diffs that come close and in which it must stay silent.
 *
 * @param rule the rule
 * @param diff where it applies
 * @param severity the severity it must give
 * @param fleet what runs
 * @param near where it must stay silent
 */
record Example(
    String rule, ManifestDiff diff, String severity, Fleet fleet, List<ManifestDiff> near) {
  static Example example(String rule, String severity, ManifestDiff diff) {
    return new Example(rule, diff, severity, Fleet.UNKNOWN, List.of());
  }

  Example silentOn(ManifestDiff miss) {
    List<ManifestDiff> misses = new ArrayList<>(near);
    misses.add(miss);
    return new Example(rule, diff, severity, fleet, misses);
  }

  Example with(Fleet running) {
    return new Example(rule, diff, severity, running, near);
  }

  RiskInput input() {
    return Diffs.input(diff, Diffs.SMALL, fleet);
  }
}
