package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which fields a tree of JSON has, and of which types; all items of a list count together. */
final class Shape {
  private Shape() {}

  static Set<String> of(JsonNode node) {
    Set<String> fields = new TreeSet<>();
    collect("", node, fields);
    return fields;
  }

  private static void collect(String path, JsonNode node, Set<String> fields) {
    fields.add(path + " " + node.getNodeType());
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String key = field.getKey().replace('.', '_');
      collect(path.isEmpty() ? key : path + "." + key, field.getValue(), fields);
    }
    if (node.isArray()) {
      node.forEach(item -> collect(path + "[]", item, fields));
    }
  }

  /** Returns the fields of the first shape that the other lacks, but for those below these. */
  static Set<String> missing(Set<String> expected, Set<String> found, Set<String> exempt) {
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(found);
    missing.removeIf(field -> exempt.stream().anyMatch(root -> isBelow(field, root)));
    return missing;
  }

  private static boolean isBelow(String field, String root) {
    return field.equals(root)
        || field.startsWith(root + " ")
        || field.startsWith(root + ".")
        || field.startsWith(root + "[]");
  }
}
