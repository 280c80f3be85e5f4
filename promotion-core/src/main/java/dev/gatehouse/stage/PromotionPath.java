package dev.gatehouse.stage;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The stages of an application as a directed graph without cycles.
 *
 * @param application the application that walks it
 * @param tier 1 for the applications everybody depends on, larger for the others
 * @param stages the stages, in the order of the file
 */
public record PromotionPath(ApplicationName application, int tier, List<Stage> stages) {
  /** The refusal of a graph in which a stage comes before itself. */
  public static final ReasonCode STAGE_CYCLE = ReasonCode.of("stage-cycle");

  /** The refusal of a stage that nobody defined. */
  public static final ReasonCode UNKNOWN_STAGE = ReasonCode.of("unknown-stage");

  /** The refusal of two stages or targets of one name. */
  public static final ReasonCode DUPLICATE_NAME = ReasonCode.of("duplicate-name");

  /** Copies the list. Whether the graph is sound is told by {@link #problems()}, all at once. */
  public PromotionPath {
    stages = List.copyOf(stages);
  }

  /** Returns the stage with this name. */
  public Optional<Stage> stage(StageName wanted) {
    return stages.stream().filter(stage -> stage.name().equals(wanted)).findFirst();
  }

  /** Returns the target with this name and searches all stages. */
  public Optional<Target> target(TargetName wanted) {
    return stages.stream().flatMap(stage -> stage.target(wanted).stream()).findFirst();
  }

  /** Returns why there is no stage of this name, and which ones there are. */
  public Reason unknownStage(StageName name) {
    String known = String.join(", ", stages.stream().map(s -> s.name().value()).toList());
    return new Reason(
        UNKNOWN_STAGE,
        "Application " + application + " has no stage '" + name + "'.",
        "gatehouse.yaml, application " + application,
        "Use one of: " + known + ".");
  }

  /** Returns everything that is wrong with the graph; empty when it is sound. */
  public List<Reason> problems() {
    List<Reason> problems = new ArrayList<>();
    Map<StageName, Stage> byName = new LinkedHashMap<>();
    Set<TargetName> targets = new HashSet<>();
    for (Stage stage : stages) {
      if (byName.put(stage.name(), stage) != null) {
        problems.add(duplicate("stage " + stage.name()));
      }
      for (Target target : stage.targets()) {
        if (!targets.add(target.name())) {
          problems.add(duplicate("target " + target.name()));
        }
      }
    }
    for (Stage stage : stages) {
      stage.after().stream()
          .filter(name -> !byName.containsKey(name))
          .forEach(name -> problems.add(unknown(stage, name)));
      if (reaches(stage.name(), stage, byName, new HashSet<>())) {
        problems.add(cycle(stage));
      }
    }
    return List.copyOf(problems);
  }

  private static boolean reaches(
      StageName goal, Stage from, Map<StageName, Stage> byName, Set<StageName> seen) {
    for (StageName name : from.after()) {
      Stage before = byName.get(name);
      if (name.equals(goal)
          || (before != null && seen.add(name) && reaches(goal, before, byName, seen))) {
        return true;
      }
    }
    return false;
  }

  private Reason duplicate(String what) {
    return new Reason(
        DUPLICATE_NAME,
        "The name of " + what + " is used twice.",
        "path " + application,
        "Give each one its own name.");
  }

  private Reason unknown(Stage stage, StageName name) {
    String known = String.join(", ", stages.stream().map(s -> s.name().value()).toList());
    return new Reason(
        UNKNOWN_STAGE,
        "Stage " + stage.name() + " comes after '" + name + "', which does not exist.",
        "path " + application + ", stage " + stage.name() + ", after",
        "Use one of: " + known + ".");
  }

  private Reason cycle(Stage stage) {
    return new Reason(
        STAGE_CYCLE,
        "Stage " + stage.name() + " comes before itself.",
        "path " + application + ", stage " + stage.name() + ", after",
        "Remove one of the `after` entries on the way round.");
  }
}
