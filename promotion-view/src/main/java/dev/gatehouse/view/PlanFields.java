package dev.gatehouse.view;

import dev.gatehouse.gate.Gates;
import dev.gatehouse.plan.Overwrite;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PlannedEdit;
import dev.gatehouse.plan.TargetPlan;
import dev.gatehouse.plan.Wave;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link Plan} as data. */
public final class PlanFields {
  private PlanFields() {}

  /** Returns the fields. */
  public static Map<String, @Nullable Object> fields(Plan plan) {
    return Fields.of("hash", plan.hash())
        .and("brief", plan.hash().brief())
        .and("change", ChangeFields.fields(plan.change()))
        .and("stage", plan.stage())
        .and("after", plan.after())
        .and("risk", RiskFields.fields(plan.risk()))
        .and("targets", plan.targets().stream().map(PlanFields::fields).toList())
        .and("unchanged", plan.unchanged())
        .and("overwrites", plan.overwrites().stream().map(PlanFields::fields).toList())
        .and("waves", plan.waves().stream().map(PlanFields::fields).toList())
        .and("controls", ControlsFields.fields(plan.controls()))
        .and("gates", Gates.standard().gates().stream().map(GateFields::of).toList())
        .and("soak", plan.soak())
        .and("definitionOfDone", ControlsFields.checks(plan.definitionOfDone()))
        .and("windows", plan.windows())
        .and("wayBack", plan.wayBack())
        .map();
  }

  private static Map<String, @Nullable Object> fields(TargetPlan target) {
    return Fields.of("target", target.target())
        .and("shard", target.shard())
        .and("edits", target.edits().stream().map(PlanFields::fields).toList())
        .and("omitted", target.omitted())
        .map();
  }

  private static Map<String, @Nullable Object> fields(PlannedEdit edit) {
    return Fields.of("file", edit.file())
        .and("line", edit.line())
        .and("object", edit.object())
        .and("field", edit.field())
        .and("before", edit.before())
        .and("after", edit.after())
        .map();
  }

  private static Map<String, @Nullable Object> fields(Overwrite overwrite) {
    return Fields.of("target", overwrite.target())
        .and("file", overwrite.file())
        .and("field", overwrite.field())
        .and("planned", overwrite.planned())
        .and("found", overwrite.found())
        .and("since", overwrite.since())
        .map();
  }

  private static Map<String, @Nullable Object> fields(Wave wave) {
    return Fields.of("number", wave.number()).and("targets", wave.targets()).map();
  }
}
