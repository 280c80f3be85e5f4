package dev.gatehouse.policy;

import dev.gatehouse.evidence.EvidenceDemand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The checks that make a change done for a stage (peers §5).
 *
 * @param checks each with the date from which it blocks
 */
public record DefinitionOfDone(List<Check> checks) {
  /** Nothing is asked. */
  public static final DefinitionOfDone NONE = new DefinitionOfDone(List.of());

  /** Copies the list. */
  public DefinitionOfDone {
    checks = List.copyOf(checks);
  }

  /** Returns every check of both. */
  public DefinitionOfDone and(DefinitionOfDone other) {
    List<Check> all = new ArrayList<>(checks);
    other.checks.stream().filter(check -> !all.contains(check)).forEach(all::add);
    return new DefinitionOfDone(all);
  }

  /**
   * One check.
   *
   * @param demand the fact and its age
   * @param blocksFrom until then a miss is only a warning; empty means it blocks now
   */
  public record Check(EvidenceDemand demand, Optional<Instant> blocksFrom) {}
}
