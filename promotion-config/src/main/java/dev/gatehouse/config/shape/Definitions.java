package dev.gatehouse.config.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The objects of one JSON Schema while it is made; for one thread. */
public final class Definitions {
  private final Map<String, Object> byName = new TreeMap<>();

  /** Returns a reference to the object of this name, which is made on first use. */
  Map<String, Object> reference(String name, Supplier<Map<String, Object>> object) {
    if (!byName.containsKey(name)) {
      byName.put(name, Map.of());
      byName.put(name, object.get());
    }
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("$ref", "#/definitions/" + name);
    return reference;
  }

  /** Returns the objects by name. */
  public Map<String, Object> all() {
    return byName;
  }
}
