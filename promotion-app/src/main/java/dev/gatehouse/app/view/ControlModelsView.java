package dev.gatehouse.app.view;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.ControlModels;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.view.ControlsFields;
import dev.gatehouse.view.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows what each class and level of risk asks for. */
public final class ControlModelsView {
  private ControlModelsView() {}

  /** Returns all models in the order of class and level. */
  public static Report of(ControlModels models, String whose, Ink ink) {
    List<String> lines = new ArrayList<>();
    for (ControlModel model : models.models()) {
      String risk = model.changeClass().name().toLowerCase(Locale.ROOT) + " " + model.level();
      lines.add(ink.bold(risk) + "  (" + model.name() + ")");
      lines.add(
          "  waves: "
              + model.order().stream().map(Slice::label).collect(Collectors.joining(", then ")));
      ControlsView.lines(model).forEach(line -> lines.add("  " + line));
      if (!model.windows().isEmpty()) {
        lines.add("  windows: " + String.join(", ", model.windows()));
      }
      lines.add("  if it fails: " + model.wayBack().meaning());
    }
    lines.add(ink.dim("These are the control models of " + whose + "."));
    return new Report(
        Exit.DONE,
        lines,
        Fields.of("outcome", "done")
            .and("models", models.models().stream().map(ControlsFields::fields).toList())
            .map());
  }
}
