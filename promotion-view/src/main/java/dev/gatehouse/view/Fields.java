package dev.gatehouse.view;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the fields of a JSON object in their order; absent values become null. */
public final class Fields {
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  /** Starts with one field. */
  public static Fields of(String name, @Nullable Object value) {
    return new Fields().and(name, value);
  }

  /** Adds a field. */
  public Fields and(String name, @Nullable Object value) {
    fields.put(name, value instanceof Optional<?> optional ? optional.orElse(null) : value);
    return this;
  }

  /** Adds all of these fields. */
  public Fields andAll(Map<String, @Nullable Object> others) {
    fields.putAll(others);
    return this;
  }

  /** Returns what was collected. */
  public Map<String, @Nullable Object> map() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
