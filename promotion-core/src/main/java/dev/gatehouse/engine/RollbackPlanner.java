package dev.gatehouse.engine;

import dev.gatehouse.api.Preview;
import dev.gatehouse.change.Revision;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.Rollback;
import dev.gatehouse.plan.TargetPlan;
import dev.gatehouse.plan.Wave;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.DefinitionOfDone;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.policy.WayBack;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.risk.RiskAssessment;
import dev.gatehouse.risk.RiskInput;
import dev.gatehouse.risk.RiskModel;
import dev.gatehouse.risk.TrackRecord;
import dev.gatehouse.spi.DesiredStateWriter;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.spi.Undo;
import dev.gatehouse.spi.WriteRequest;
import dev.gatehouse.stage.PromotionPath;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Computes the plan of a rollback: the undone promotions' own edits, taken back in the reverse
 * order of their waves; reads only. Thread-safe.
 *
 * <p>The plan asks for no stage before and no soak time: what comes back was live there.
 */
final class RollbackPlanner {
  static final ReasonCode NOTHING_LEFT = ReasonCode.of("rollback-nothing-left");
  private final Journal journal;
  private final Supplier<Rulebook> rulebook;
  private final DesiredStateWriter writer;
  private final RiskModel risk;

  RollbackPlanner(
      Journal journal, Supplier<Rulebook> rulebook, DesiredStateWriter writer, RiskModel risk) {
    this.journal = journal;
    this.rulebook = rulebook;
    this.writer = writer;
    this.risk = risk;
  }

  /** Plans what is left to do of a rollback. */
  Preview plan(Promotion promotion, TrackRecord past) {
    Earlier earlier = Earlier.of(promotion, new Earlier.Standing(false, Optional.empty()));
    Set<TargetName> done = earlier.written();
    Rulebook rules = rulebook.get();
    Rollback rollback = promotion.rollback().orElseThrow();
    Optional<PromotionPath> path = rules.path(promotion.change().application());
    if (path.isEmpty()) {
      return new Preview.Refused(
          Planner.unknownApplication(promotion.change().application(), rules));
    }
    Optional<Stage> stage = path.get().stage(promotion.stage());
    if (stage.isEmpty()) {
      return new Preview.Refused(Planner.unknownStage(path.get(), promotion.stage()));
    }
    List<Promotion> undone = undone(journal, rollback);
    List<Undo> undos =
        stage.get().targets().stream()
            .filter(target -> !done.contains(target.name()))
            .map(target -> new Undo(target, commits(undone, target.name())))
            .filter(undo -> !undo.commits().isEmpty())
            .toList();
    Map<Target, EditPreview.Computed> edits = new LinkedHashMap<>();
    List<EditPreview> previews = writer.undoPreviews(undos);
    for (int i = 0; i < undos.size(); i++) {
      if (previews.get(i) instanceof EditPreview.Refused refused) {
        return new Preview.Refused(refused.reason());
      }
      edits.put(undos.get(i).target(), (EditPreview.Computed) previews.get(i));
    }
    edits.values().removeIf(computed -> computed.edits().isEmpty());
    return edits.isEmpty() && done.isEmpty()
        ? new Preview.Refused(nothingLeft(promotion, rollback))
        : new Preview.Planned(plan(promotion, path.get(), undone, edits, earlier, past));
  }

  private Plan plan(
      Promotion promotion,
      PromotionPath path,
      List<Promotion> undone,
      Map<Target, EditPreview.Computed> edits,
      Earlier earlier,
      TrackRecord past) {
    Rulebook rules = rulebook.get();
    RiskAssessment assessed =
        risk.assess(
            new RiskInput(
                promotion.change(),
                Planner.diffs(edits),
                Reached.by(promotion.change(), path, edits.keySet(), earlier, rules),
                past));
    ControlModel model = rules.rollback().model(assessed.changeClass(), assessed.level());
    ControlModel controls = rules.filled(model, path.application());
    List<TargetPlan> targets = new ArrayList<>();
    edits.forEach((target, computed) -> targets.add(PlannedEdits.of(target, computed)));
    return new Plan(
        promotion.change(),
        promotion.stage(),
        List.of(),
        Stage.Requires.ALL,
        targets,
        assessed,
        waves(undone, targets, promotion.wave()),
        controls,
        Duration.ZERO,
        DefinitionOfDone.NONE,
        List.of(),
        WayBack.ASK,
        List.of(),
        List.of());
  }

  /** The undone waves from the last to the first, the newest promotion's before older ones'. */
  static List<Wave> waves(List<Promotion> undone, List<TargetPlan> targets, int after) {
    Set<TargetName> left = new LinkedHashSet<>();
    targets.forEach(target -> left.add(target.target()));
    List<Wave> waves = new ArrayList<>();
    for (Promotion promotion : undone) {
      List<Wave> reversed =
          new ArrayList<>(promotion.lastPlan().map(Plan::waves).orElse(List.of()));
      Collections.reverse(reversed);
      for (Wave wave : reversed) {
        add(waves, after, wave.targets().stream().filter(left::remove).toList());
      }
    }
    add(waves, after, List.copyOf(left));
    return List.copyOf(waves);
  }

  private static void add(List<Wave> waves, int after, List<TargetName> targets) {
    if (!targets.isEmpty()) {
      waves.add(new Wave(after + waves.size() + 1, targets));
    }
  }

  static List<Promotion> undone(Journal journal, Rollback rollback) {
    return rollback.undoes().stream().flatMap(id -> journal.find(id).stream()).toList();
  }

  /** Our commits on this target, newest first. */
  static List<Revision> commits(List<Promotion> undone, TargetName target) {
    return undone.stream()
        .flatMap(promotion -> Optional.ofNullable(promotion.targets().get(target)).stream())
        .filter(TargetState::holdsOurCommit)
        .flatMap(state -> state.revision().stream())
        .toList();
  }

  private static Reason nothingLeft(Promotion promotion, Rollback rollback) {
    return new Reason(
        NOTHING_LEFT,
        "Nothing of " + names(rollback) + " is left on the branch: it was changed again since.",
        "promotion " + promotion.id() + ", stage " + promotion.stage(),
        "Look at the branch, then promote the change you need.");
  }

  /** A rollback takes commits back instead of making the change's edits. */
  static WriteRequest undoing(Journal journal, Promotion promotion, WriteRequest request) {
    return promotion
        .rollback()
        .map(r -> request.undoing(commits(undone(journal, r), request.target().name())))
        .orElse(request);
  }

  static String names(Rollback rollback) {
    return String.join(
        ", ", rollback.undoes().stream().map(id -> "promotion " + id.value()).toList());
  }
}
