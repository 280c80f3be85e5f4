package dev.gatehouse.engine;

import dev.gatehouse.api.Preview;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.TargetPlan;
import dev.gatehouse.plan.WavePlanner;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.PromotionWindow;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.policy.StageDemands;
import dev.gatehouse.policy.WayBack;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.risk.Exposure;
import dev.gatehouse.risk.RiskAssessment;
import dev.gatehouse.risk.RiskInput;
import dev.gatehouse.risk.RiskModel;
import dev.gatehouse.risk.TrackRecord;
import dev.gatehouse.spi.DesiredStateWriter;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.stage.PromotionPath;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Computes the plan of a change for a stage: diff, risk, controls, waves; reads only. Thread-safe.
 */
final class Planner {
  static final ReasonCode UNKNOWN_APPLICATION = ReasonCode.of("unknown-application");
  private final Supplier<Rulebook> rulebook;
  private final DesiredStateWriter writer;
  private final RiskModel risk;

  Planner(Supplier<Rulebook> rulebook, DesiredStateWriter writer, RiskModel risk) {
    this.rulebook = rulebook;
    this.writer = writer;
    this.risk = risk;
  }

  /** Plans what is left to do, and asks for no less than the plan before did. */
  Preview plan(Change change, StageName stageName, Earlier earlier, TrackRecord past) {
    Rulebook rules = rulebook.get();
    Optional<PromotionPath> path = rules.path(change.application());
    if (path.isEmpty()) {
      return new Preview.Refused(unknownApplication(change.application(), rules));
    }
    Optional<Stage> stage = path.get().stage(stageName);
    if (stage.isEmpty()) {
      return new Preview.Refused(unknownStage(path.get(), stageName));
    }
    List<Target> left =
        stage.get().targets().stream().filter(t -> !earlier.written().contains(t.name())).toList();
    List<EditPreview> previews = writer.previews(change, left);
    Map<Target, EditPreview.Computed> edits = new LinkedHashMap<>();
    for (int i = 0; i < left.size(); i++) {
      if (previews.get(i) instanceof EditPreview.Refused refused) {
        return new Preview.Refused(refused.reason());
      }
      edits.put(left.get(i), (EditPreview.Computed) previews.get(i));
    }
    return new Preview.Planned(plan(change, path.get(), stage.get(), edits, earlier, past, rules));
  }

  private Plan plan(
      Change change,
      PromotionPath path,
      Stage stage,
      Map<Target, EditPreview.Computed> edits,
      Earlier earlier,
      TrackRecord past,
      Rulebook rules) {
    Map<Target, EditPreview.Computed> moved = new LinkedHashMap<>(edits);
    moved.entrySet().removeIf(e -> earlier.owesNothing(e.getKey(), e.getValue()));
    Optional<Plan> before = earlier.owed(moved.values());
    Exposure reached = Reached.by(change, path, moved.keySet(), earlier, rules);
    RiskAssessment found =
        Hiding.risk(risk.assess(new RiskInput(change, diffs(edits), reached, past)));
    RiskAssessment assessed = before.map(plan -> found.atLeast(plan.risk())).orElse(found);
    StageDemands demands = rules.demands(change.application(), stage.name());
    List<Target> inOrder = List.copyOf(moved.keySet());
    ControlModel controls = controls(change, stage, assessed, before, inOrder, rules);
    List<TargetPlan> targets = new ArrayList<>();
    moved.forEach((target, computed) -> targets.add(PlannedEdits.of(target, computed)));
    return new Plan(
        change,
        stage.name(),
        Order.after(path, stage, before),
        Order.requires(stage, before),
        targets,
        assessed,
        WavePlanner.waves(inOrder, controls.order(), earlier.wave()),
        controls,
        Order.soak(demands, before),
        Order.definitionOfDone(demands, before),
        windows(rules, assessed, stage.name(), controls),
        controls.wayBack().strictest(WayBack.of(assessed.reversibility())),
        edits.keySet().stream().filter(t -> !moved.containsKey(t)).map(Target::name).toList(),
        before.map(plan -> Overwrites.of(plan, targets)).orElse(List.of()));
  }

  private static ControlModel controls(
      Change change,
      Stage stage,
      RiskAssessment assessed,
      Optional<Plan> before,
      List<Target> targets,
      Rulebook rules) {
    ControlModel model = rules.models().of(assessed.changeClass(), assessed.level());
    ControlModel asked = rules.controls(model, change.application(), stage.name());
    return before
        .map(Plan::controls)
        .map(old -> asked.atLeast(old, WavePlanner.finer(targets, asked.order(), old.order())))
        .orElse(asked);
  }

  static Map<TargetName, ManifestDiff> diffs(Map<Target, EditPreview.Computed> edits) {
    Map<TargetName, ManifestDiff> diffs = new LinkedHashMap<>();
    edits.forEach((target, computed) -> diffs.put(target.name(), computed.diff()));
    return diffs;
  }

  private static List<String> windows(
      Rulebook rules, RiskAssessment assessed, StageName stage, ControlModel controls) {
    List<String> texts = new ArrayList<>();
    for (PromotionWindow window : rules.windows()) {
      if (window.appliesTo(assessed.changeClass(), assessed.level(), stage, controls.windows())) {
        texts.add(
            window.kind()
                + " "
                + window.name()
                + ": "
                + window.starts().text()
                + " for "
                + window.length());
      }
    }
    return texts;
  }

  static Reason unknownApplication(ApplicationName application, Rulebook rules) {
    String known =
        rules.paths().keySet().stream()
            .map(ApplicationName::value)
            .sorted()
            .collect(Collectors.joining(", "));
    return new Reason(
        UNKNOWN_APPLICATION,
        "There is no application '" + application + "'.",
        "gatehouse.yaml, applications",
        "Use one of: " + (known.isEmpty() ? "none is defined yet" : known) + ".");
  }

  static Reason unknownStage(PromotionPath path, StageName stage) {
    return path.unknownStage(stage);
  }
}
