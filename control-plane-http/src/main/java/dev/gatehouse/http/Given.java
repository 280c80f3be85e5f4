package dev.gatehouse.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a record makes of the parts that an answer may leave out; pure and thread-safe. */
public final class Given {
  private Given() {}

  /** Returns the values that are there; none for a list that was left out. */
  public static <T> List<T> list(@Nullable List<T> values) {
    return values == null ? List.of() : values.stream().filter(Objects::nonNull).toList();
  }

  /** Returns the entries that have a value, in order; none for a map that was left out. */
  public static <V> Map<String, V> map(@Nullable Map<String, V> values) {
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

  /** Returns the text, or an empty one. */
  public static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Returns the value, or another one where it was left out. */
  public static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  /** Returns a text that was set: Go writes an empty one where nothing was. */
  public static Optional<String> filled(Optional<String> value) {
    return value.filter(text -> !text.isEmpty());
  }

  /**
   * Returns the text.
   *
   * @throws IllegalArgumentException if it is blank or was left out, naming what it is
   */
  public static String required(@Nullable String value, String what) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the answer has no " + what);
    }
    return value;
  }
}
