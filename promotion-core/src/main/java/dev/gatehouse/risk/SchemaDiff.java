package dev.gatehouse.risk;

import dev.gatehouse.change.FieldChange;
import dev.gatehouse.change.FieldPattern;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ObjectChange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a new version of a schema takes away from stored objects, and what it adds. */
final class SchemaDiff {
  private static final FieldPattern SCHEMAS =
      FieldPattern.of("spec.versions.*.schema.openAPIV3Schema");
  private static final List<String> BOUNDS =
      List.of("pattern", "maximum", "minimum", "maxLength", "minLength", "maxItems", "minItems");

  private final List<Place> narrowed = new ArrayList<>();
  private final List<Place> added = new ArrayList<>();

  private SchemaDiff() {}

  /** A place in a schema and what happens there. */
  record Place(String path, String text) {}

  /** Compares the schemas of every version that both sides have. */
  static SchemaDiff of(ObjectChange change) {
    SchemaDiff diff = new SchemaDiff();
    for (FieldChange field : SCHEMAS.changes(change)) {
      if (field.before().isPresent() && field.after().isPresent()) {
        diff.compare(field.path(), field.before().get(), field.after().get());
      }
    }
    return diff;
  }

  /** Returns what is no longer allowed. */
  List<Place> narrowed() {
    return List.copyOf(narrowed);
  }

  /** Returns the optional fields that are new. */
  List<Place> added() {
    return List.copyOf(added);
  }

  private void compare(String path, ManifestNode before, ManifestNode after) {
    if (before.equals(after)) {
      return;
    }
    Optional<String> type = before.textAt("type");
    if (!type.equals(after.textAt("type"))) {
      narrowed.add(new Place(path + ".type", "the type changes"));
    }
    Set<String> required = texts(after, "required");
    required.removeAll(texts(before, "required"));
    if (!required.isEmpty()) {
      narrowed.add(new Place(path + ".required", "now required: " + String.join(", ", required)));
    }
    Set<String> lost = texts(before, "enum");
    lost.removeAll(texts(after, "enum"));
    boolean closed = before.at("enum").isEmpty() && after.at("enum").isPresent();
    if (closed || (!lost.isEmpty() && after.at("enum").isPresent())) {
      narrowed.add(new Place(path + ".enum", "fewer values are allowed " + lost));
    }
    for (String bound : BOUNDS) {
      if (after.at(bound).isPresent() && !after.at(bound).equals(before.at(bound))) {
        narrowed.add(new Place(path + "." + bound, "another bound applies"));
      }
    }
    properties(path + ".properties", before, after);
    for (String below : List.of("items", "additionalProperties")) {
      if (before.at(below).isPresent() && after.at(below).isPresent()) {
        compare(path + "." + below, before.at(below).get(), after.at(below).get());
      }
    }
  }

  private void properties(String path, ManifestNode before, ManifestNode after) {
    Set<String> names = names(before);
    names.addAll(names(after));
    for (String name : names) {
      Optional<ManifestNode> old = before.at("properties", name);
      Optional<ManifestNode> now = after.at("properties", name);
      if (now.isEmpty()) {
        narrowed.add(
            new Place(path + "." + name, "the field is gone, and its stored values with it"));
      } else if (old.isEmpty()) {
        added.add(new Place(path + "." + name, "the field is new"));
      } else {
        compare(path + "." + name, old.get(), now.get());
      }
    }
  }

  private static Set<String> names(ManifestNode schema) {
    return schema
        .at("properties")
        .filter(ManifestNode.Mapping.class::isInstance)
        .map(node -> new LinkedHashSet<>(((ManifestNode.Mapping) node).fields().keySet()))
        .orElseGet(LinkedHashSet::new);
  }

  private static Set<String> texts(ManifestNode schema, String list) {
    Set<String> texts = new LinkedHashSet<>();
    schema.itemsAt(list).forEach(item -> texts.add(item.text()));
    return texts;
  }
}
