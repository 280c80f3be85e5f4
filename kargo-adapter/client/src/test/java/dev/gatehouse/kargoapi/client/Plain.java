package dev.gatehouse.kargoapi.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.kargoapi.model.JsonPart;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Brings what was read and what was on the wire into one form: a path and a text for each leaf. */
final class Plain {
  private final Map<String, String> leaves = new TreeMap<>();

  private Plain() {}

  /** Of what the client has made of it: records, lists, maps, values. */
  static Map<String, String> ofRead(Object read) {
    Plain plain = new Plain();
    plain.read("", read);
    return plain.leaves;
  }

  /** Of what was on the wire. */
  static Map<String, String> ofWire(JsonNode wire) {
    Plain plain = new Plain();
    plain.wire("", wire);
    return plain.leaves;
  }

  /** Leaves the paths that match none of the patterns; a pattern covers what is below it. */
  static Map<String, String> without(Map<String, String> leaves, Set<String> patterns) {
    Map<String, String> left = new TreeMap<>(leaves);
    left.keySet().removeIf(path -> patterns.stream().anyMatch(each -> covers(each, path)));
    return left;
  }

  /** Returns the patterns that cover none of these. */
  static Set<String> idle(Set<String> patterns, Set<String> paths) {
    Set<String> idle = new TreeSet<>(patterns);
    idle.removeIf(each -> paths.stream().anyMatch(path -> covers(each, path)));
    return idle;
  }

  private static boolean covers(String pattern, String path) {
    return path.matches("(.*/)?" + pattern + "(/.*)?");
  }

  private void read(String path, Object value) {
    if (value instanceof Optional<?> maybe) {
      maybe.ifPresent(there -> read(path, there));
    } else if (value instanceof JsonPart part) {
      wire(path, part.tree());
    } else if (value instanceof Record part) {
      for (RecordComponent each : part.getClass().getRecordComponents()) {
        read(path + "/" + name(each), component(part, each));
      }
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        read(path + "/" + i, list.get(i));
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> read(path + "/" + String.valueOf(key).replace('/', '~'), each));
    } else {
      leaf(path, String.valueOf(value));
    }
  }

  private void wire(String path, JsonNode node) {
    if (node.isObject()) {
      node.properties()
          .forEach(each -> wire(path + "/" + each.getKey().replace('/', '~'), each.getValue()));
    } else if (node.isArray()) {
      List<JsonNode> items = new ArrayList<>();
      node.forEach(items::add);
      for (int i = 0; i < items.size(); i++) {
        wire(path + "/" + i, items.get(i));
      }
    } else if (!node.isNull()) {
      leaf(path, node.asText());
    }
  }

  /** What Go leaves out counts as left out everywhere. */
  private void leaf(String path, String text) {
    if (!text.isEmpty() && !text.equals("0") && !text.equals("false")) {
      leaves.put(path, time(text));
    }
  }

  private static String time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().toString();
    } catch (DateTimeParseException e) {
      return text.endsWith("Z") && text.length() > 18 ? instant(text) : text;
    }
  }

  private static String instant(String text) {
    try {
      return Instant.parse(text).toString();
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  private static String name(RecordComponent component) {
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    return property == null ? component.getName() : property.value();
  }

  private static Object component(Record part, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
