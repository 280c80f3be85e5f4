package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.TargetEntry;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.reason.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what the targets of one application lack, to tell each lack once; for one thread. */
final class Gaps {
  private record Gap(String key, String next) {}

  private final Map<Gap, List<TargetEntry>> targets = new LinkedHashMap<>();

  void add(String key, String next, TargetEntry target) {
    targets.computeIfAbsent(new Gap(key, next), gap -> new ArrayList<>()).add(target);
  }

  void tell(Problems problems) {
    targets.forEach(
        (gap, lacking) -> {
          String names =
              Nearest.list(lacking.stream().map(target -> target.name().value()).toList());
          problems.add(
              lacking.get(0).place(),
              ProblemCodes.MISSING_KEY,
              (lacking.size() == 1
                      ? "The target " + names + " has"
                      : "The targets " + names + " have")
                  + " no '"
                  + gap.key()
                  + "', and no level above says it.",
              gap.next());
        });
  }
}
