package dev.gatehouse.engine;

import dev.gatehouse.change.FieldChange;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ObjectChange;
import dev.gatehouse.plan.PlannedEdit;
import dev.gatehouse.plan.TargetPlan;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.stage.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes a diff down for people: short, and with everything hidden that may be a secret. */
final class PlannedEdits {
  private static final int SHOWN = 50;
  private static final int LENGTH = 160;
  private static final String HIDDEN = "(hidden)";
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(pass(word|wd|phrase)?|secret|token|credential|api[-_]?key|private[-_]?key)");

  private PlannedEdits() {}

  static TargetPlan of(Target target, EditPreview.Computed computed) {
    List<PlannedEdit> all = new ArrayList<>();
    for (ObjectChange change : computed.diff().changes()) {
      if (change.fields().isEmpty()) {
        String after = change.after().isPresent() ? "added" : "removed";
        all.add(new PlannedEdit(change.file(), line(change), change.key().label(), "", "", after));
      }
      change.fields().forEach(field -> all.add(edit(change, field)));
    }
    if (all.isEmpty()) {
      computed
          .edits()
          .forEach(
              e ->
                  all.add(
                      new PlannedEdit(
                          e.file(), 0, "", e.place(), shown(e.before()), shown(e.after()))));
    }
    int kept = Math.min(SHOWN, all.size());
    return new TargetPlan(
        target.name(), target.shard(), computed.digest(), all.subList(0, kept), all.size() - kept);
  }

  private static int line(ObjectChange change) {
    return change.present().content().line();
  }

  private static PlannedEdit edit(ObjectChange change, FieldChange field) {
    boolean secret = change.key().kind().equals("Secret") || SECRET.matcher(field.path()).find();
    return new PlannedEdit(
        change.file(),
        field.line(),
        change.key().label(),
        field.path(),
        text(field.before(), secret),
        text(field.after(), secret));
  }

  private static String text(Optional<ManifestNode> value, boolean secret) {
    return value.map(node -> secret ? HIDDEN : shown(node.text())).orElse("");
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\R", "⏎");
    return line.length() > LENGTH ? line.substring(0, LENGTH) + "…" : line;
  }
}
