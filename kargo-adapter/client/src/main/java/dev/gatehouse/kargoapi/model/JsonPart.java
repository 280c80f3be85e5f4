package dev.gatehouse.kargoapi.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of an answer that is kept as it came. Immutable; equal when the JSON is. */
public final class JsonPart {
  /** Nothing. */
  static final JsonPart EMPTY = new JsonPart(JsonNodeFactory.instance.objectNode());

  private final JsonNode tree;

  /** Takes a copy. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public JsonPart(JsonNode tree) {
    this.tree = tree.deepCopy();
  }

  /**
   * Returns the text at a JSON pointer, such as {@code /push/commit}; numbers and truths as text.
   */
  public Optional<String> text(String pointer) {
    JsonNode found = tree.at(pointer);
    return found.isValueNode() && !found.isNull() ? Optional.of(found.asText()) : Optional.empty();
  }

  /** Returns a copy of the whole. */
  @JsonValue
  public JsonNode tree() {
    return tree.deepCopy();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonPart part && tree.equals(part.tree);
  }

  @Override
  public int hashCode() {
    return tree.hashCode();
  }

  /** Shows nothing of what may be secret. */
  @Override
  public String toString() {
    return "JsonPart of " + tree.size() + " fields";
  }
}
