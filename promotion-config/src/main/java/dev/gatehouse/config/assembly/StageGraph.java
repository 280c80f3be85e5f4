package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.ApplicationEntry;
import dev.gatehouse.config.document.StageEntry;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.stage.PromotionPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges the order of an application's stages: known names, and no way round in a circle. */
record StageGraph(ApplicationEntry application, Names names, Problems problems) {
  void check() {
    Map<String, StageEntry> byName = new LinkedHashMap<>();
    application.stages().forEach(stage -> byName.putIfAbsent(stage.name().value(), stage));
    for (StageEntry stage : application.stages()) {
      for (Located<String> before : stage.after()) {
        names.known("stage", before, byName.keySet(), application.stages().complete());
      }
    }
    Set<String> done = new HashSet<>();
    byName.keySet().forEach(name -> walk(name, byName, new ArrayList<>(), done));
  }

  /** Walks towards the start; a circle is told once, where it closes. */
  private void walk(
      String name, Map<String, StageEntry> byName, List<String> way, Set<String> done) {
    StageEntry stage = byName.get(name);
    if (stage == null || done.contains(name)) {
      return;
    }
    way.add(name);
    for (Located<String> before : stage.after()) {
      int met = way.indexOf(before.value());
      if (met >= 0) {
        circle(before, way.subList(met, way.size()));
      } else {
        walk(before.value(), byName, way, done);
      }
    }
    way.remove(way.size() - 1);
    done.add(name);
  }

  private void circle(Located<String> closing, List<String> way) {
    problems.add(
        closing.place(),
        PromotionPath.STAGE_CYCLE,
        way.size() == 1
            ? "The stage '" + closing + "' comes after itself."
            : "The stages go in a circle: "
                + String.join(" after ", way)
                + " after "
                + closing
                + ".",
        "Remove one of the `after` entries on the way round.");
  }
}
