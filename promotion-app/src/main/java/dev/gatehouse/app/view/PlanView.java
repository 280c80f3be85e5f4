package dev.gatehouse.app.view;

import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.gate.Gate;
import dev.gatehouse.gate.Gates;
import dev.gatehouse.plan.Overwrite;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PlannedEdit;
import dev.gatehouse.plan.TargetPlan;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.stage.TargetName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Shows a {@link Plan}: what changes where, how risky it is, and what it asks for. */
public final class PlanView {
  private PlanView() {}

  /** Returns the lines. */
  public static List<String> lines(Plan plan, Ink ink) {
    List<String> lines = new ArrayList<>();
    lines.add(
        ink.bold("PLAN " + plan.hash().brief())
            + "  "
            + plan.change().application()
            + " to "
            + plan.stage());
    section(lines, "change", List.of(ChangeView.line(plan.change())));
    section(lines, "", ChangeView.contents(plan.change()));
    section(lines, "risk", List.of(RiskView.label(plan.risk(), ink)));
    section(lines, "", RiskView.factors(plan.risk()));
    section(lines, "reach", List.of(RiskView.reach(plan.risk())));
    section(lines, "edits", plan.targets().stream().flatMap(t -> edits(t).stream()).toList());
    section(lines, "changed", plan.overwrites().stream().map(Overwrite::sentence).toList());
    section(lines, "waves", waves(plan));
    section(lines, "asks", ControlsView.lines(plan));
    section(lines, "gates", gates());
    section(lines, "failure", List.of(plan.wayBack().meaning()));
    return lines;
  }

  private static List<String> edits(TargetPlan target) {
    List<String> lines = new ArrayList<>();
    lines.add(target.target() + " (shard " + target.shard() + ")");
    if (target.edits().isEmpty()) {
      lines.add("  already there; its bake and its facts are still owed");
    }
    target.edits().forEach(edit -> lines.add("  " + line(edit)));
    if (target.omitted() > 0) {
      lines.add("  and " + target.omitted() + " more");
    }
    return lines;
  }

  private static String line(PlannedEdit edit) {
    String place = edit.file() + (edit.line() > 0 ? ":" + edit.line() : "");
    String what = edit.object() + (edit.field().isEmpty() ? "" : "  " + edit.field());
    String values =
        edit.before().isEmpty()
            ? edit.after()
            : edit.before() + (edit.after().isEmpty() ? " removed" : " -> " + edit.after());
    return place + "  " + what.strip() + "  " + Shown.text(values);
  }

  private static List<String> gates() {
    return Arrays.stream(Gate.Moment.values())
        .map(
            moment ->
                moment.words()
                    + ": "
                    + Gates.standard().named(moment).stream()
                        .map(GateName::value)
                        .collect(Collectors.joining(", ")))
        .toList();
  }

  private static List<String> waves(Plan plan) {
    return plan.waves().stream()
        .map(
            wave ->
                wave.number()
                    + ": "
                    + wave.targets().stream()
                        .map(TargetName::value)
                        .collect(Collectors.joining(", ")))
        .toList();
  }

  private static void section(List<String> lines, String name, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      lines.add("  " + pad(i == 0 ? name : "") + texts.get(i));
    }
  }

  private static String pad(String name) {
    return (name + "        ").substring(0, 8);
  }
}
