package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.ApplicationEntry;
import dev.gatehouse.config.document.GatehouseDocument;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.policy.Rulebook;
import java.util.HashSet;
import java.util.Set;

/** Judges whether the people of the file can give the decisions that are asked for. */
record QuorumCheck(
    GatehouseDocument document,
    Rulebook rulebook,
    Groups groups,
    Problems problems,
    Problems notices) {
  void run() {
    if (!groups.judged()) {
      return;
    }
    Set<String> told = new HashSet<>();
    for (ApplicationEntry application : document.applications()) {
      new ApplicationQuorums(application, document, rulebook, problems, notices, told).check();
    }
  }
}
