package dev.gatehouse.risk;

import dev.gatehouse.change.FieldChange;
import dev.gatehouse.change.ManifestNode;

/** Conditions on the values of a field that several rules share. */
final class ValueFields {
  private ValueFields() {}

  /** Returns whether there is nothing below: a scalar, or a list or mapping without members. */
  static boolean isLeaf(FieldChange field) {
    return field
        .after()
        .or(field::before)
        .map(node -> node instanceof ManifestNode.Scalar || node.items().isEmpty())
        .orElse(false);
  }

  static boolean becomes(FieldChange field, String value) {
    return field.after().map(node -> node.text().equals(value)).orElse(false);
  }

  static boolean isGone(FieldChange field) {
    return field.after().isEmpty();
  }
}
