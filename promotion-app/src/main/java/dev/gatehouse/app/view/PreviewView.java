package dev.gatehouse.app.view;

import dev.gatehouse.api.Preview;
import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.view.ControlsFields;
import dev.gatehouse.view.Fields;
import dev.gatehouse.view.PlanFields;
import dev.gatehouse.view.RiskFields;
import java.util.ArrayList;
import java.util.List;

/** Shows what a proposal would do; nothing was recorded. */
public final class PreviewView {
  private PreviewView() {}

  /** Returns the report with the whole plan. */
  public static Report plan(Preview preview, Ink ink) {
    if (preview instanceof Preview.Refused refused) {
      return ReasonView.refused(refused.reason(), ink);
    }
    Plan plan = ((Preview.Planned) preview).plan();
    List<String> lines = new ArrayList<>(PlanView.lines(plan, ink));
    lines.add(verdict(plan, ink));
    return new Report(
        exit(plan),
        lines,
        Fields.of("outcome", outcome(plan)).and("plan", PlanFields.fields(plan)).map());
  }

  /** Returns the report with the risk alone. */
  public static Report risk(Preview preview, Ink ink) {
    if (preview instanceof Preview.Refused refused) {
      return ReasonView.refused(refused.reason(), ink);
    }
    Plan plan = ((Preview.Planned) preview).plan();
    List<String> lines = new ArrayList<>();
    lines.add(ink.bold("RISK ") + RiskView.label(plan.risk(), ink));
    RiskView.factors(plan.risk()).forEach(line -> lines.add("  " + line));
    lines.add("  reaches " + RiskView.reach(plan.risk()));
    lines.add("  asks for control model " + plan.controls().name());
    return new Report(
        exit(plan),
        lines,
        Fields.of("outcome", outcome(plan))
            .and("application", plan.change().application())
            .and("stage", plan.stage())
            .and("risk", RiskFields.fields(plan.risk()))
            .and("controls", ControlsFields.fields(plan.controls()))
            .map());
  }

  private static String verdict(Plan plan, Ink ink) {
    return plan.risk().blockers().isEmpty()
        ? ink.dim("Only a look: nothing was recorded. `gatehouse promote` proposes it.")
        : ink.red(ink.bold("REFUSED")) + " as it is; see the lines that begin with `first:`.";
  }

  private static Exit exit(Plan plan) {
    return plan.risk().blockers().isEmpty() ? Exit.DONE : Exit.REFUSED;
  }

  private static String outcome(Plan plan) {
    return plan.risk().blockers().isEmpty() ? "done" : "refused";
  }
}
