package dev.gatehouse.config.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One key of an object.
 *
 * @param key the key as it is in the file
 * @param needed whether its absence is a mistake
 * @param kind how its absence is taken
 * @param shape the shape of its value
 * @param says what it is for
 * @param examples values that may be there
 */
record Field(
    String key, boolean needed, Kind kind, Shape shape, String says, List<String> examples) {
  Field {
    examples = List.copyOf(examples);
  }

  /** How the absence of a key is taken. */
  enum Kind {
    REQUIRED,
    OPTIONAL,
    LIST,
    TABLE
  }

  /** Returns the record component for a key that is absent or holds a mistake. */
  @Nullable Object without(boolean mistaken) {
    return switch (kind) {
      case REQUIRED -> null;
      case OPTIONAL -> Optional.empty();
      case LIST -> new Listing<>(List.of(), !mistaken);
      case TABLE -> new Table<>(List.of(), !mistaken);
    };
  }

  /** Returns the record component for this value. */
  Object with(Object value) {
    return kind == Kind.OPTIONAL ? Optional.of(value) : value;
  }

  /** Returns the JSON Schema of the value with the words about the key. */
  Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>(shape.schema(definitions));
    schema.put("description", says);
    if (!examples.isEmpty()) {
      schema.put("examples", examples);
    }
    return schema;
  }
}
