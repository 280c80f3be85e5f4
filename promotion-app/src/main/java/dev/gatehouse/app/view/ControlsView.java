package dev.gatehouse.app.view;

import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.reason.Spans;
import dev.gatehouse.view.ControlsFields;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Shows what a plan asks for before and while it goes. */
public final class ControlsView {
  private ControlsView() {}

  /** Returns a line for each thing that a plan asks for. */
  static List<String> lines(Plan plan) {
    List<String> lines = new ArrayList<>(lines(plan.controls()));
    if (!plan.definitionOfDone().checks().isEmpty()) {
      lines.add(
          "definition of done: "
              + String.join(", ", ControlsFields.checks(plan.definitionOfDone())));
    }
    if (!plan.soak().isZero()) {
      lines.add("soak: " + Spans.text(plan.soak()) + " in the stage before");
    }
    plan.windows().forEach(window -> lines.add("window: " + window));
    return lines;
  }

  /** Returns a line for each thing that a control model asks for. */
  static List<String> lines(ControlModel model) {
    List<String> lines = new ArrayList<>();
    boolean apart = model.approval().separationOfDuties();
    lines.add(
        model.approval().quorums().isEmpty()
            ? "approval: none"
            : "approval: "
                + String.join(" and ", ControlsFields.quorums(model))
                + (apart ? ", not by an author or the proposer" : ""));
    if (!model.evidence().isEmpty()) {
      lines.add("evidence: " + evidence(model));
    }
    Bake first = model.firstBake();
    Bake later = model.laterBake();
    String then = first.equals(later) ? "each wave" : "the first wave, then " + bake(later);
    lines.add("bake: " + bake(first) + " after " + then);
    if (model.typedConfirmation()) {
      lines.add("typed confirmation of what is at stake");
    }
    return lines;
  }

  private static String evidence(ControlModel model) {
    return model.evidence().stream().map(ControlsView::text).collect(Collectors.joining(", "));
  }

  private static String text(EvidenceDemand demand) {
    return demand.check()
        + demand.bound().map(bound -> " (" + bound.text() + ")").orElse("")
        + demand.maxAge().map(age -> " (not older than " + Spans.text(age) + ")").orElse("")
        + demand.shape().map(shape -> " (stated about this change)").orElse("")
        + (demand.sources().isEmpty() ? "" : " (by " + sources(demand) + ")");
  }

  private static String sources(EvidenceDemand demand) {
    return demand.sources().stream().map(SourceName::value).collect(Collectors.joining(" or "));
  }

  private static String bake(Bake bake) {
    return Spans.text(bake.time())
        + (bake.samples() > 0 ? " and " + bake.samples() + " samples" : "");
  }
}
