package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The sources as they are copied into results, history and comparisons. */
final class Sources {
  private Sources() {}

  static void copy(TrackedApplication app, ObjectNode target) {
    copy(app.spec(), target);
  }

  /** Copies whichever of the two forms is there. */
  static void copy(JsonNode from, ObjectNode target) {
    target.remove(List.of("source", "sources"));
    if (from.path("sources").size() > 0) {
      target.set("sources", from.path("sources").deepCopy());
    } else if (from.path("source").isObject()) {
      target.set("source", from.path("source").deepCopy());
    }
  }

  static boolean same(JsonNode one, JsonNode other) {
    return of(one).equals(of(other));
  }

  static boolean uses(JsonNode spec, String repository) {
    return of(spec).stream().anyMatch(s -> Json.text(s, "repoURL").equals(repository));
  }

  static List<JsonNode> of(JsonNode node) {
    List<JsonNode> all = new ArrayList<>();
    if (node.path("sources") instanceof ArrayNode several && !several.isEmpty()) {
      several.forEach(all::add);
    } else if (node.path("source").isObject()) {
      all.add(node.path("source"));
    }
    return all;
  }
}
