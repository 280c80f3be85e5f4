package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Trees of JSON: the one form in which this server keeps its objects. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Reads a tree that a test has written. */
  static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("not JSON: " + broken.getOriginalMessage(), broken);
    }
  }

  /** Reads an object that a test has written. */
  static ObjectNode parseObject(String text) {
    if (parse(text) instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("not a JSON object: " + text);
  }

  /** Walks down; a missing node where the way ends. */
  static JsonNode at(JsonNode node, String... keys) {
    JsonNode here = node;
    for (String key : keys) {
      here = here.path(key);
    }
    return here;
  }

  /** Returns the text at the end of the way, or the empty text. */
  static String text(JsonNode node, String... keys) {
    return at(node, keys).asText("");
  }

  static boolean has(JsonNode node, String... keys) {
    JsonNode there = at(node, keys);
    return !there.isMissingNode() && !there.isNull();
  }

  static Set<String> keys(ObjectNode node) {
    Set<String> keys = new LinkedHashSet<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** Returns the list as Go writes it: one that is empty is null. */
  static JsonNode itemsOf(ArrayNode items) {
    return items.isEmpty() ? NullNode.getInstance() : items;
  }

  /** Drops what Go leaves out: false, zero and the empty text; empty objects stay. */
  static JsonNode withoutZeros(JsonNode node) {
    JsonNode left = node.deepCopy();
    dropZeros(left);
    return left;
  }

  private static void dropZeros(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String key : keys(object)) {
        JsonNode value = object.path(key);
        boolean zero =
            value.isValueNode() && Set.of("", "0", "false", "null").contains(value.asText());
        if (zero) {
          object.remove(key);
        }
      }
    }
    node.forEach(Json::dropZeros);
  }

  /** Returns the object under this key, made if it is not there. */
  static ObjectNode child(ObjectNode parent, String key) {
    return parent.get(key) instanceof ObjectNode there ? there : parent.putObject(key);
  }

  /** Returns the array under this key, made if it is not there. */
  static ArrayNode list(ObjectNode parent, String key) {
    return parent.get(key) instanceof ArrayNode there ? there : parent.putArray(key);
  }

  /** Leaves an empty text out, as Argo CD does with zero values. */
  static void putText(ObjectNode parent, String key, String value) {
    if (value.isEmpty()) {
      parent.remove(key);
    } else {
      parent.put(key, value);
    }
  }
}
