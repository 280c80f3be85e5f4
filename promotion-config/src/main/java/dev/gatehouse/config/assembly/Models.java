package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.ControlModelEntry;
import dev.gatehouse.config.document.GatehouseDocument;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.ControlModels;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.RiskLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lays the control models of the file over the built-in ones. */
record Models(PartsOf parts) {
  ControlModels over(ControlModels defaults, GatehouseDocument document) {
    Map<String, Located<String>> seen = new HashMap<>();
    Map<String, ControlModelEntry> changes = new HashMap<>();
    for (ControlModelEntry entry : document.controlModels()) {
      for (ChangeClass changeClass : entry.classes()) {
        for (RiskLevel level : entry.levels()) {
          String key = key(changeClass, level);
          if (parts.names().isNew("control model", new Located<>(key, entry.place()), seen)) {
            changes.put(key, entry);
          }
        }
      }
      entry.windows().ifPresent(parts::windows);
    }
    List<ControlModel> models =
        defaults.models().stream().map(model -> changed(model, changes)).toList();
    return new ControlModels(models);
  }

  private ControlModel changed(ControlModel model, Map<String, ControlModelEntry> changes) {
    ControlModelEntry entry = changes.get(key(model.changeClass(), model.level()));
    if (entry == null) {
      return model;
    }
    return new ControlModel(
        entry.name().orElse(model.name()),
        model.changeClass(),
        model.level(),
        entry.order().map(Listing::items).orElse(model.order()),
        parts.bake(entry.firstBake(), model.firstBake()),
        parts.bake(entry.laterBake(), model.laterBake()),
        parts.approval(entry.approvals(), model.approval()),
        parts.evidence(entry.evidence(), model.evidence()),
        entry
            .windows()
            .map(
                names ->
                    names.stream().map(Located::value).collect(java.util.stream.Collectors.toSet()))
            .orElse(model.windows()),
        entry.wayBack().orElse(model.wayBack()),
        entry.typedConfirmation().orElse(model.typedConfirmation()));
  }

  static String key(ChangeClass changeClass, RiskLevel level) {
    return (changeClass + " " + level).toLowerCase(Locale.ROOT);
  }
}
