package dev.gatehouse.engine;

import dev.gatehouse.api.Preview;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.TargetPlan;
import dev.gatehouse.plan.Wave;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

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

  /**
   * Plans what is left to do.
   *
   * @param afterWave the last wave that ran already, 0 for a new promotion
   * @param done the targets that are left alone because this promotion has written them already
   */
  Preview plan(
      Change change, StageName stageName, int afterWave, Set<TargetName> done, TrackRecord past) {
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
        stage.get().targets().stream().filter(t -> !done.contains(t.name())).toList();
    List<EditPreview> previews = writer.previews(change, left);
    Map<Target, EditPreview.Computed> edits = new LinkedHashMap<>();
    for (int i = 0; i < left.size(); i++) {
      if (previews.get(i) instanceof EditPreview.Refused refused) {
        return new Preview.Refused(refused.reason());
      }
      edits.put(left.get(i), (EditPreview.Computed) previews.get(i));
    }
    return new Preview.Planned(plan(change, path.get(), stage.get(), edits, afterWave, past));
  }

  private Plan plan(
      Change change,
      PromotionPath path,
      Stage stage,
      Map<Target, EditPreview.Computed> edits,
      int afterWave,
      TrackRecord past) {
    Rulebook rules = rulebook.get();
    Map<Target, EditPreview.Computed> touched = new LinkedHashMap<>(edits);
    touched.values().removeIf(computed -> computed.edits().isEmpty());
    RiskAssessment assessed =
        risk.assess(input(change, path, edits, touched.keySet(), past, rules));
    ControlModel model = rules.models().of(assessed.changeClass(), assessed.level());
    ControlModel controls = rules.controls(model, change.application(), stage.name());
    StageDemands demands = rules.demands(change.application(), stage.name());
    List<Wave> waves =
        WavePlanner.waves(List.copyOf(touched.keySet()), controls.order(), afterWave);
    List<TargetPlan> targets = new ArrayList<>();
    touched.forEach((target, computed) -> targets.add(PlannedEdits.of(target, computed)));
    return new Plan(
        change,
        stage.name(),
        stage.after(),
        stage.requires(),
        targets,
        assessed,
        waves,
        controls,
        demands.soak(),
        demands.definitionOfDone(),
        windows(rules, assessed, stage.name(), controls),
        controls.wayBack().strictest(WayBack.of(assessed.reversibility())));
  }

  private static RiskInput input(
      Change change,
      PromotionPath path,
      Map<Target, EditPreview.Computed> edits,
      Set<Target> touched,
      TrackRecord past,
      Rulebook rules) {
    Map<TargetName, ManifestDiff> diffs = new LinkedHashMap<>();
    edits.forEach((target, computed) -> diffs.put(target.name(), computed.diff()));
    Set<String> shards = new TreeSet<>();
    Set<String> tenants = new TreeSet<>();
    for (Target target : touched) {
      shards.add(target.shard().value());
      tenants.addAll(target.tenants());
    }
    Exposure exposure =
        new Exposure(
            shards, rules.shards().size(), Set.of(change.application()), tenants, path.tier() == 1);
    return new RiskInput(change, diffs, exposure, past);
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

  static Reason unknownApplication(String application, Rulebook rules) {
    String known = String.join(", ", new TreeSet<>(rules.paths().keySet()));
    return new Reason(
        UNKNOWN_APPLICATION,
        "There is no application '" + application + "'.",
        "gatehouse.yaml, applications",
        "Use one of: " + (known.isEmpty() ? "none is defined yet" : known) + ".");
  }

  static Reason unknownStage(PromotionPath path, StageName stage) {
    String known = String.join(", ", path.stages().stream().map(s -> s.name().value()).toList());
    return new Reason(
        PromotionPath.UNKNOWN_STAGE,
        "Application " + path.application() + " has no stage '" + stage + "'.",
        "gatehouse.yaml, application " + path.application(),
        "Use one of: " + known + ".");
  }
}
