package dev.gatehouse.engine;

import dev.gatehouse.change.FieldChange;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ObjectChange;
import dev.gatehouse.change.SensitiveField;
import dev.gatehouse.change.SensitiveText;
import dev.gatehouse.plan.PlannedEdit;
import dev.gatehouse.plan.TargetPlan;
import dev.gatehouse.reason.SafeText;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.stage.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a diff down for people: short, and with everything hidden that may be a secret. */
final class PlannedEdits {
  private static final int SHOWN = 50;
  private static final int LENGTH = 160;

  private PlannedEdits() {}

  static TargetPlan of(Target target, EditPreview.Computed computed) {
    List<ObjectChange> changes = computed.diff().changes();
    Set<String> written = computed.edits().stream().map(e -> e.file()).collect(Collectors.toSet());
    Set<String> named = changes.stream().map(ObjectChange::file).collect(Collectors.toSet());
    boolean one = written.size() == 1;
    List<PlannedEdit> all = new ArrayList<>();
    computed.edits().stream()
        .filter(e -> changes.isEmpty() || (!one && !named.contains(e.file())))
        .forEach(e -> all.add(edit(e)));
    for (ObjectChange change : changes) {
      String elsewhere = one ? computed.edits().get(0).file() : "";
      all.addAll(edits(change, written.contains(change.file()), elsewhere));
    }
    int kept = Math.min(SHOWN, all.size());
    return new TargetPlan(
        target.name(), target.shard(), computed.digest(), all.subList(0, kept), all.size() - kept);
  }

  private static PlannedEdit edit(EditPreview.Edit e) {
    boolean secret = SensitiveField.isNamedBy(e.place());
    return new PlannedEdit(
        e.file(), 0, "", e.place(), text(e.before(), secret), text(e.after(), secret));
  }

  private static String text(String value, boolean secret) {
    return secret && !value.isEmpty() ? SensitiveField.HIDDEN : shown(value);
  }

  /** An object may change through an edit elsewhere: a kustomization sets the image of its base. */
  private static List<PlannedEdit> edits(ObjectChange change, boolean inPlace, String elsewhere) {
    String file = inPlace ? change.file() : elsewhere;
    String object = change.key().label();
    if (change.fields().isEmpty()) {
      int line = inPlace ? change.present().content().line() : 0;
      String after = change.after().isPresent() ? "added" : "removed";
      return List.of(new PlannedEdit(file, line, object, "", "", after));
    }
    return change.fields().stream()
        .map(field -> edit(file, inPlace ? field.line() : 0, change, field))
        .toList();
  }

  private static PlannedEdit edit(String file, int line, ObjectChange change, FieldChange field) {
    boolean secret = change.key().kind().equals("Secret") || SensitiveField.isNamedBy(field.path());
    return new PlannedEdit(
        file,
        line,
        change.key().label(),
        field.path(),
        text(field.before(), secret),
        text(field.after(), secret));
  }

  private static String text(Optional<ManifestNode> value, boolean secret) {
    return value.map(node -> secret ? SensitiveField.HIDDEN : shown(node.text())).orElse("");
  }

  private static String shown(String text) {
    String line = SensitiveText.hide(text).replaceAll("\\R", "⏎");
    return SafeText.cut(line, LENGTH);
  }
}
