package dev.gatehouse.app.view;

import dev.gatehouse.change.FieldChange;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ObjectChange;
import dev.gatehouse.change.SensitiveField;
import dev.gatehouse.change.SensitiveText;
import dev.gatehouse.view.Fields;
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

  /** Returns whether something differs also without the promotion that is checked. */
  interface Origin {
    /** Where no promotion is checked, the two are not distinguished. */
    Origin UNKNOWN = new Origin() {};

    /** Returns whether the object is created or deleted without it, too. */
    default boolean isOlder(ObjectChange change) {
      return false;
    }

    /** Returns whether the field differs in the same way without it. */
    default boolean isOlder(ObjectChange change, FieldChange field) {
      return false;
    }
  }

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

  static List<String> lines(ManifestDiff diff, Origin origin) {
    List<String> lines = new ArrayList<>();
    for (ObjectChange change : first(diff.changes(), OBJECTS)) {
      lines.add(word(change) + "  " + label(change) + note(change) + older(origin.isOlder(change)));
      for (FieldChange field : first(change.fields(), FIELDS)) {
        lines.add("           " + line(change, field) + older(origin.isOlder(change, field)));
      }
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

  private static String older(boolean older) {
    return older ? "  (differs already)" : "";
  }

  private static String label(ObjectChange change) {
    return Shown.cut(change.key().label(), 2 * VALUE);
  }

  private static String line(ObjectChange change, FieldChange field) {
    return "%s  %s -> %s"
        .formatted(
            Shown.cut(field.path(), VALUE),
            value(change, field, field.before()),
            value(change, field, field.after()));
  }

  private static String value(ObjectChange change, FieldChange field, Optional<ManifestNode> node) {
    return text(change, field, node).map(t -> Shown.text(Shown.cut(t, VALUE))).orElse("nothing");
  }

  /** The values of a Secret are hidden already, and say whether they are the same. */
  private static Optional<String> text(
      ObjectChange change, FieldChange field, Optional<ManifestNode> node) {
    boolean hide = !change.key().kind().equals("Secret") && SensitiveField.isNamedBy(field.path());
    return node.map(value -> hide ? SensitiveField.HIDDEN : SensitiveText.hide(value.text()));
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(most, all.size()));
  }

  private static Optional<String> more(List<?> all, int most, String what) {
    return all.size() > most
        ? Optional.of("and " + (all.size() - most) + " more " + what)
        : Optional.empty();
  }

  static Map<String, @Nullable Object> fields(ManifestDiff diff, Origin origin) {
    return Fields.of("same", same(diff))
        .and("created", count(diff, ObjectChange.Type.ADDED))
        .and("changed", modified(diff))
        .and("deleted", count(diff, ObjectChange.Type.REMOVED))
        .and(
            "unreadable",
            first(diff.unreadable(), MORE * OBJECTS).stream().map(u -> u.file()).toList())
        .and(
            "objects",
            first(diff.changes(), MORE * OBJECTS).stream().map(c -> fields(c, origin)).toList())
        .and("omitted", Math.max(0, diff.changes().size() - MORE * OBJECTS))
        .map();
  }

  private static Map<String, @Nullable Object> fields(ObjectChange change, Origin origin) {
    return Fields.of("object", label(change))
        .and("action", word(change).strip())
        .and("already", already(origin, origin.isOlder(change)))
        .and(
            "fields",
            first(change.fields(), MORE * FIELDS).stream()
                .map(field -> fields(change, field, origin))
                .toList())
        .and("omitted", Math.max(0, change.fields().size() - MORE * FIELDS))
        .map();
  }

  private static Map<String, @Nullable Object> fields(
      ObjectChange change, FieldChange field, Origin origin) {
    return Fields.of("field", Shown.cut(field.path(), 2 * VALUE))
        .and("live", text(change, field, field.before()).map(t -> Shown.cut(t, MORE * VALUE)))
        .and("wanted", text(change, field, field.after()).map(t -> Shown.cut(t, MORE * VALUE)))
        .and("already", already(origin, origin.isOlder(change, field)))
        .map();
  }

  private static Optional<Boolean> already(Origin origin, boolean older) {
    return origin == Origin.UNKNOWN ? Optional.empty() : Optional.of(older);
  }
}
