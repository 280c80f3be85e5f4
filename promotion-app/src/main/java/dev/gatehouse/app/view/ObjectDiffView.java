package dev.gatehouse.app.view;

import dev.gatehouse.change.FieldChange;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ObjectChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the objects of a diff, as many as a person reads; the rest is counted. */
final class ObjectDiffView {
  private static final int OBJECTS = 20;
  private static final int FIELDS = 8;
  private static final int VALUE = 80;
  private static final int MORE = 10;

  private ObjectDiffView() {}

  /** Returns how many objects differ, in words. */
  static String count(ManifestDiff diff) {
    int objects = diff.changes().size();
    String unread =
        diff.unreadable().isEmpty() ? "" : ", and " + diff.unreadable().size() + " cannot be read";
    return objects + (objects == 1 ? " object" : " objects") + unread;
  }

  /** Returns how many objects are the same on both sides. */
  static long same(ManifestDiff diff) {
    return diff.objectsAfter() - count(diff, ObjectChange.Type.ADDED) - modified(diff);
  }

  private static long modified(ManifestDiff diff) {
    return count(diff, ObjectChange.Type.MODIFIED);
  }

  private static long count(ManifestDiff diff, ObjectChange.Type type) {
    return diff.changes().stream().filter(change -> change.type() == type).count();
  }

  static List<String> lines(ManifestDiff diff) {
    List<String> lines = new ArrayList<>();
    for (ObjectChange change : first(diff.changes(), OBJECTS)) {
      lines.add(word(change) + "  " + label(change) + note(change));
      first(change.fields(), FIELDS).forEach(field -> lines.add("           " + line(field)));
      more(change.fields(), FIELDS, "fields").ifPresent(line -> lines.add("           " + line));
    }
    more(diff.changes(), OBJECTS, "objects").ifPresent(lines::add);
    first(diff.unreadable(), OBJECTS)
        .forEach(
            file -> lines.add("unread   " + Shown.cut(file.file(), VALUE) + ", " + file.why()));
    return lines;
  }

  private static String word(ObjectChange change) {
    return switch (change.type()) {
      case ADDED -> "create ";
      case REMOVED -> "delete ";
      case MODIFIED -> "change ";
    };
  }

  private static String note(ObjectChange change) {
    return change.type() == ObjectChange.Type.REMOVED ? "  (only by a sync that prunes)" : "";
  }

  private static String label(ObjectChange change) {
    return Shown.cut(change.key().label(), 2 * VALUE);
  }

  private static String line(FieldChange field) {
    return "%s  %s -> %s"
        .formatted(Shown.cut(field.path(), VALUE), value(field.before()), value(field.after()));
  }

  private static String value(Optional<ManifestNode> node) {
    return node.map(value -> Shown.text(Shown.cut(value.text(), VALUE))).orElse("nothing");
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(most, all.size()));
  }

  private static Optional<String> more(List<?> all, int most, String what) {
    return all.size() > most
        ? Optional.of("and " + (all.size() - most) + " more " + what)
        : Optional.empty();
  }

  static Map<String, @Nullable Object> fields(ManifestDiff diff) {
    return Fields.of("same", same(diff))
        .and("created", count(diff, ObjectChange.Type.ADDED))
        .and("changed", modified(diff))
        .and("deleted", count(diff, ObjectChange.Type.REMOVED))
        .and(
            "unreadable",
            first(diff.unreadable(), MORE * OBJECTS).stream().map(u -> u.file()).toList())
        .and(
            "objects",
            first(diff.changes(), MORE * OBJECTS).stream().map(ObjectDiffView::fields).toList())
        .and("omitted", Math.max(0, diff.changes().size() - MORE * OBJECTS))
        .map();
  }

  private static Map<String, @Nullable Object> fields(ObjectChange change) {
    return Fields.of("object", label(change))
        .and("action", word(change).strip())
        .and(
            "fields",
            first(change.fields(), MORE * FIELDS).stream().map(ObjectDiffView::fields).toList())
        .and("omitted", Math.max(0, change.fields().size() - MORE * FIELDS))
        .map();
  }

  private static Map<String, @Nullable Object> fields(FieldChange field) {
    return Fields.of("field", Shown.cut(field.path(), 2 * VALUE))
        .and("live", field.before().map(node -> Shown.cut(node.text(), MORE * VALUE)))
        .and("wanted", field.after().map(node -> Shown.cut(node.text(), MORE * VALUE)))
        .map();
  }
}
