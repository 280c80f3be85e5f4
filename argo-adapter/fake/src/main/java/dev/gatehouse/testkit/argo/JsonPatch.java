package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Patches of RFC 6902 (add, replace, remove, test) and RFC 7386. */
final class JsonPatch {
  private JsonPatch() {}

  /** Applies the operations one after the other; the first that fails ends it. */
  static void apply(JsonNode operations, ObjectNode target) throws Refusal {
    if (!operations.isArray()) {
      throw new Refusal(GrpcCode.UNKNOWN, "error decoding json patch: not an array");
    }
    for (JsonNode operation : operations) {
      one(operation, target);
    }
  }

  private static void one(JsonNode operation, ObjectNode target) throws Refusal {
    String path = Json.text(operation, "path");
    JsonPointer pointer = pointer(path);
    JsonNode parent = target.at(pointer.head());
    String last = pointer.last().getMatchingProperty();
    JsonNode value = operation.path("value").deepCopy();
    String kind = Json.text(operation, "op");
    JsonNode there = target.at(pointer);
    if (!kind.equals("test")) {
      require(!parent.isMissingNode(), missing(kind, "path", path));
    }
    switch (kind) {
      case "test" -> require(there.equals(value), "testing value " + path + " failed: test failed");
      case "add" ->
          require(put(parent, last, value, true), "add operation does not apply: " + path);
      case "replace" -> {
        require(!there.isMissingNode(), missing(kind, "key", path));
        require(put(parent, last, value, false), "replace operation does not apply: " + path);
      }
      case "remove" -> {
        require(!there.isMissingNode(), missing(kind, "key", path));
        remove(parent, last);
      }
      default -> throw failed("unexpected kind: " + kind);
    }
  }

  private static String missing(String kind, String what, String path) {
    return "%s operation does not apply: doc is missing %s: %s: missing value"
        .formatted(kind, what, path);
  }

  private static JsonPointer pointer(String path) throws Refusal {
    if (path.length() < 2 || path.charAt(0) != '/') {
      throw failed("a path that this server does not patch: " + path);
    }
    return JsonPointer.compile(path);
  }

  private static boolean put(JsonNode parent, String key, JsonNode value, boolean insert) {
    if (parent instanceof ObjectNode object) {
      object.set(key, value);
      return true;
    }
    if (parent instanceof ArrayNode array) {
      int index = key.equals("-") ? array.size() : Integer.parseInt(key);
      if (insert && index <= array.size()) {
        array.insert(index, value);
        return true;
      }
      if (!insert && index < array.size()) {
        array.set(index, value);
        return true;
      }
    }
    return false;
  }

  private static void remove(JsonNode parent, String key) {
    if (parent instanceof ObjectNode object) {
      object.remove(key);
    } else if (parent instanceof ArrayNode array) {
      array.remove(Integer.parseInt(key));
    }
  }

  private static void require(boolean holds, String message) throws Refusal {
    if (!holds) {
      throw failed(message);
    }
  }

  // A bare error of Go: code 2, and so HTTP 500.
  private static Refusal failed(String message) {
    return new Refusal(GrpcCode.UNKNOWN, "error applying patch: " + message);
  }

  /** Merges; null removes. */
  static void merge(ObjectNode target, JsonNode patch) {
    for (Map.Entry<String, JsonNode> change : patch.properties()) {
      String key = change.getKey();
      JsonNode value = change.getValue();
      if (value.isNull()) {
        target.remove(key);
      } else if (value.isObject()) {
        merge(Json.child(target, key), value);
      } else {
        target.set(key, value.deepCopy());
      }
    }
  }
}
