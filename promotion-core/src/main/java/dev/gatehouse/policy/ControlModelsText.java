package dev.gatehouse.policy;

import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.reason.Spans;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes control models for people, one paragraph each; pure and thread-safe. */
public final class ControlModelsText {
  private ControlModelsText() {}

  /** Returns all models as plain text; classes and levels that ask for the same share one. */
  public static String of(ControlModels models) {
    Map<String, List<String>> titles = new LinkedHashMap<>();
    for (ControlModel model : models.models()) {
      titles.computeIfAbsent(body(model), text -> new ArrayList<>()).add(title(model));
    }
    return titles.entrySet().stream()
        .map(shared -> String.join(", ", shared.getValue()) + "\n" + shared.getKey())
        .collect(Collectors.joining("\n"));
  }

  /** Returns one model as plain text. */
  public static String of(ControlModel model) {
    return title(model) + "\n" + body(model);
  }

  private static String title(ControlModel model) {
    return model.changeClass().name().toLowerCase(Locale.ROOT) + " " + model.level();
  }

  private static String body(ControlModel model) {
    List<String> decisions =
        new ArrayList<>(model.approval().quorums().stream().map(Quorum::label).toList());
    if (!decisions.isEmpty() && model.approval().separationOfDuties()) {
      decisions.add("not by its authors or proposer");
    }
    if (model.typedConfirmation()) {
      decisions.add("a person types what is at stake");
    }
    model.windows().forEach(window -> decisions.add("in window " + window));
    String waves = model.order().stream().map(Slice::label).collect(Collectors.joining(" → "));
    return line("model", model.name())
        + line("waves", waves)
        + line("bake", bake(model))
        + line("decisions", decisions.isEmpty() ? "none" : String.join("; ", decisions))
        + line("evidence", list(model.evidence()))
        + line("on failure", model.wayBack().meaning());
  }

  private static String line(String name, String value) {
    return String.format(Locale.ROOT, "  %-11s%s%n", name, value).replace("\r\n", "\n");
  }

  private static String bake(ControlModel model) {
    String first = bake(model.firstBake());
    String later = bake(model.laterBake());
    return first.equals(later) ? first : first + " after the first wave, then " + later;
  }

  private static String bake(Bake bake) {
    return Spans.text(bake.time())
        + (bake.samples() > 0 ? " and " + bake.samples() + " observations" : "");
  }

  private static String list(List<EvidenceDemand> demands) {
    return demands.stream()
        .map(
            demand ->
                demand.check() + demand.maxAge().map(age -> " ≤ " + Spans.text(age)).orElse(""))
        .collect(Collectors.joining(", "));
  }
}
