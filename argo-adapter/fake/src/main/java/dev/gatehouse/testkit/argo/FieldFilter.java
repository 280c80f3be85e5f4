package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the {@code fields} parameter leaves of streams, projects and managed resources: any path can
 * be selected there, and a message that has none of them becomes an empty object.
 */
record FieldFilter(Set<String> fields, boolean excluding) {
  FieldFilter {
    fields = Set.copyOf(fields);
  }

  static FieldFilter of(QueryParameters query) {
    String text = query.first("fields");
    boolean excluding = text.startsWith("-");
    Set<String> fields =
        Stream.of((excluding ? text.substring(1) : text).split(",", -1))
            .filter(field -> !field.isEmpty())
            .collect(Collectors.toCollection(HashSet::new));
    return new FieldFilter(fields, excluding);
  }

  /** Returns what is left; all of it when nothing was selected. */
  JsonNode of(JsonNode message) {
    if (fields.isEmpty()) {
      return message;
    }
    JsonNode left = message.deepCopy();
    filter("", left);
    return left;
  }

  private void filter(String path, JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String key : List.copyOf(Json.keys(object))) {
        String here = path.isEmpty() ? key : path + "." + key;
        boolean named = fields.contains(here);
        if (excluding ? named : !named && !leadsToOne(here)) {
          object.remove(key);
        } else if (!named) {
          filter(here, object.path(key));
        }
      }
    } else if (node.isArray()) {
      node.forEach(item -> filter(path, item));
    }
  }

  // The beginning of the text counts, dots or not, as on the real server.
  private boolean leadsToOne(String path) {
    return fields.stream().anyMatch(field -> field.startsWith(path));
  }
}
