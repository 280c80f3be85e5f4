package dev.gatehouse.risk;

import dev.gatehouse.change.FieldChange;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ObjectKey;
import dev.gatehouse.reason.SafeText;
import java.util.List;
import java.util.Optional;

/** Puts what comes from a repository into words: bounded, and without control characters. */
final class Wording {
  private static final int VALUE = 60;
  private static final int NAMES = 50;

  private Wording() {}

  /** Fills {@code {before}} and {@code {after}}; a Secret's values are never shown. */
  static String filled(String text, FieldChange field, ObjectKey object) {
    boolean secret = object.kind().endsWith("Secret");
    return text.replace("{before}", secret ? "(hidden)" : value(field.before()))
        .replace("{after}", secret ? "(hidden)" : value(field.after()));
  }

  static String value(Optional<ManifestNode> node) {
    String text = node.map(ManifestNode::text).orElse("nothing");
    return SafeText.cut(text, VALUE);
  }

  static String list(List<String> names) {
    List<String> sorted = names.stream().sorted().distinct().toList();
    int more = sorted.size() - NAMES;
    return String.join(", ", sorted.subList(0, Math.min(NAMES, sorted.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }

  static String printable(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "�");
  }
}
