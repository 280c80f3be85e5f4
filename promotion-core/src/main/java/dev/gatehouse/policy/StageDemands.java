package dev.gatehouse.policy;

import dev.gatehouse.evidence.EvidenceDemand;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one stage asks for on top of the control model.
 *
 * @param approval more decisions
 * @param soak how long the change must have run in the stages before
 * @param bake a longer watch after each wave
 * @param evidence more facts
 * @param windows more windows, by name
 * @param definitionOfDone the checks it needs
 */
public record StageDemands(
    ApprovalRule approval,
    Duration soak,
    Bake bake,
    List<EvidenceDemand> evidence,
    Set<String> windows,
    DefinitionOfDone definitionOfDone) {
  /** Nothing on top. */
  public static final StageDemands NONE =
      new StageDemands(
          ApprovalRule.NONE, Duration.ZERO, Bake.NONE, List.of(), Set.of(), DefinitionOfDone.NONE);

  /** Copies the collections. */
  public StageDemands {
    evidence = List.copyOf(evidence);
    windows = Collections.unmodifiableSet(new TreeSet<>(windows));
  }
}
