package dev.gatehouse.kargoapi.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a record makes of the parts that an answer may leave out. */
final class Given {
  private Given() {}

  static <T> List<T> list(@Nullable List<T> values) {
    return values == null ? List.of() : values.stream().filter(Objects::nonNull).toList();
  }

  static <V> Map<String, V> map(@Nullable Map<String, V> values) {
    Map<String, V> copy = new LinkedHashMap<>();
    if (values != null) {
      values.forEach(
          (key, value) -> {
            if (value != null) {
              copy.put(key, value);
            }
          });
    }
    return Collections.unmodifiableMap(copy);
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  /** The same, for the text that Go leaves empty where nothing was set. */
  static Optional<String> filled(Optional<String> value) {
    return value.filter(text -> !text.isEmpty());
  }

  static String required(@Nullable String value, String what) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the answer has no " + what);
    }
    return value;
  }
}
