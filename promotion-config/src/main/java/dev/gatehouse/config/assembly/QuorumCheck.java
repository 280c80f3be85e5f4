package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.ApplicationEntry;
import dev.gatehouse.config.document.GatehouseDocument;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.policy.Rulebook;

/** Judges whether the people of the file can give the decisions that are asked for. */
record QuorumCheck(
    GatehouseDocument document, Rulebook rulebook, Groups groups, Problems problems) {
  void run() {
    if (!groups.judged()) {
      return;
    }
    for (ApplicationEntry application : document.applications()) {
      new ApplicationQuorums(application, document, rulebook, problems).check();
    }
  }
}
