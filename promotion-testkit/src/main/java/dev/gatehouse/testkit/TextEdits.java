package dev.gatehouse.testkit;

import dev.gatehouse.change.Change;
import dev.gatehouse.change.FieldChange;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ManifestObject;
import dev.gatehouse.change.ObjectChange;
import dev.gatehouse.change.ObjectKey;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.Update;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Edits of files whose lines are {@code key: value}; knows values at a path only.
 *
 * @param edits every line that differs
 * @param refusal why nothing can be edited, or empty
 */
record TextEdits(List<EditPreview.Edit> edits, Optional<Reason> refusal) {
  TextEdits {
    edits = List.copyOf(edits);
  }

  /** Computes what promoting the change edits in these files. */
  static TextEdits of(Change change, Target target, Map<String, String> files) {
    List<EditPreview.Edit> edits = new ArrayList<>();
    for (Update update : target.updates()) {
      if (!(update instanceof Update.YamlValue value)) {
        return refused(target, update, "is of a kind that a repository in memory cannot edit");
      }
      Optional<String> wanted = value.value().resolve(change);
      Optional<String> before =
          Optional.ofNullable(files.get(value.file())).flatMap(text -> line(text, value.path()));
      if (wanted.isEmpty()) {
        return refused(target, update, "needs the " + value.value().label());
      }
      if (before.isEmpty()) {
        return refused(target, update, "has no value at " + value.path());
      }
      if (!before.get().equals(wanted.get())) {
        edits.add(new EditPreview.Edit(value.file(), value.path(), before.get(), wanted.get()));
      }
    }
    return new TextEdits(edits, Optional.empty());
  }

  /** Returns what differs between two states at the places of the target. */
  static TextEdits between(Target target, Map<String, String> from, Map<String, String> to) {
    List<EditPreview.Edit> edits = new ArrayList<>();
    for (Update update : target.updates()) {
      if (update instanceof Update.YamlValue value) {
        String before = line(from.getOrDefault(value.file(), ""), value.path()).orElse("");
        String after = line(to.getOrDefault(value.file(), ""), value.path()).orElse("");
        if (!before.equals(after)) {
          edits.add(new EditPreview.Edit(value.file(), value.path(), before, after));
        }
      }
    }
    return new TextEdits(edits, Optional.empty());
  }

  /** Returns the edits whose places still have the value before. */
  TextEdits where(Map<String, String> files) {
    return new TextEdits(
        edits.stream()
            .filter(e -> new TextEdits(List.of(e), Optional.empty()).fits(files))
            .toList(),
        refusal);
  }

  /** Returns the files with the edits made. */
  Map<String, String> on(Map<String, String> files) {
    Map<String, String> after = new TreeMap<>(files);
    edits.forEach(
        e -> after.computeIfPresent(e.file(), (path, text) -> with(text, e.place(), e.after())));
    return after;
  }

  /** Returns the edits that take these ones back. */
  TextEdits inverse() {
    return new TextEdits(
        edits.stream()
            .map(e -> new EditPreview.Edit(e.file(), e.place(), e.after(), e.before()))
            .toList(),
        refusal);
  }

  /** Returns whether every place still has the value that it had when the edit was computed. */
  boolean fits(Map<String, String> files) {
    return edits.stream()
        .allMatch(
            e ->
                Optional.ofNullable(files.get(e.file()))
                    .flatMap(text -> line(text, e.place()))
                    .equals(Optional.of(e.before())));
  }

  /** Returns what the edits do to the target's one object. */
  ManifestDiff diff(Target target) {
    if (edits.isEmpty()) {
      return ManifestDiff.NONE;
    }
    ObjectKey key = new ObjectKey("apps", "Deployment", target.folder(), target.name().value());
    List<FieldChange> fields =
        edits.stream()
            .map(e -> new FieldChange(e.place(), scalar(e.before()), scalar(e.after())))
            .toList();
    ObjectChange changed =
        new ObjectChange(
            key, ObjectChange.Type.MODIFIED, object(key, true), object(key, false), fields);
    return new ManifestDiff(List.of(changed), List.of(), 1, 1);
  }

  private Optional<ManifestObject> object(ObjectKey key, boolean before) {
    Map<String, ManifestNode> fields = new LinkedHashMap<>();
    edits.forEach(
        e -> fields.put(e.place(), scalar(before ? e.before() : e.after()).orElseThrow()));
    return Optional.of(
        new ManifestObject(
            key, "apps/v1", edits.get(0).file(), new ManifestNode.Mapping(fields, 1)));
  }

  private static Optional<ManifestNode> scalar(String text) {
    return Optional.of(new ManifestNode.Scalar(text, ManifestNode.ScalarType.STRING, 1));
  }

  private static Optional<String> line(String text, String key) {
    return text.lines()
        .filter(line -> line.startsWith(key + ": "))
        .map(line -> line.substring(key.length() + 2))
        .findFirst();
  }

  private static String with(String text, String key, String value) {
    return String.join(
            "\n",
            text.lines()
                .map(line -> line.startsWith(key + ": ") ? key + ": " + value : line)
                .toList())
        + "\n";
  }

  private static TextEdits refused(Target target, Update update, String why) {
    return new TextEdits(
        List.of(),
        Optional.of(
            new Reason(
                ReasonCode.of("edit-value-not-found"),
                "The file " + why + ".",
                "target " + target.name() + ", " + update.file(),
                "Fix the file or the target's updates, then promote again.")));
  }
}
