package dev.gatehouse.argocd.client;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.Json;
import dev.gatehouse.http.UnexpectedAnswerException;
import java.util.Optional;

/**
 * An object of Argo CD with every field that it has on the wire, so that it can be written back
 * without a loss; the records of the model keep only what someone reads. Immutable.
 */
public final class WholeObject {
  private static final ObjectMapper JSON = Json.mapper(200);
  private final ObjectNode object;

  private WholeObject(ObjectNode object) {
    this.object = object;
  }

  /**
   * Reads the text of one JSON object.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static WholeObject parse(String json) {
    try {
      if (JSON.readTree(json) instanceof ObjectNode object) {
        return new WholeObject(object);
      }
    } catch (JsonProcessingException e) {
      // Its message may hold a secret of the text.
      throw new IllegalArgumentException("the text is not JSON");
    }
    throw new IllegalArgumentException("the text is not a JSON object");
  }

  static AnswerReader<WholeObject> reader() {
    return json -> {
      if (AnswerReader.of(JsonNode.class).read(json) instanceof ObjectNode object) {
        return new WholeObject(object);
      }
      throw new UnexpectedAnswerException("the answer is not an object");
    };
  }

  /** Returns it as JSON text. */
  public String json() {
    return object.toString();
  }

  /**
   * Returns the text, number or truth value at a place.
   *
   * @param pointer as {@code /spec/source/targetRevision}
   */
  public Optional<String> at(String pointer) {
    JsonNode found = object.at(pointer);
    return found.isValueNode() && !found.isNull() ? Optional.of(found.asText()) : Optional.empty();
  }

  /**
   * Returns a copy with this text at a place in objects, which are made where they are missing.
   *
   * @throws IllegalArgumentException when the way to the place is none, or leads through something
   *     else
   */
  public WholeObject with(String pointer, String value) {
    JsonPointer place = JsonPointer.compile(pointer);
    if (place.matches()) {
      throw new IllegalArgumentException("no place is named");
    }
    ObjectNode copy = object.deepCopy();
    try {
      copy.withObject(place.head(), JsonNode.OverwriteMode.NONE, true)
          .put(place.last().getMatchingProperty(), value);
    } catch (UnsupportedOperationException e) {
      throw new IllegalArgumentException("no object leads to " + pointer, e);
    }
    return new WholeObject(copy);
  }

  ObjectNode tree() {
    return object.deepCopy();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WholeObject whole && object.equals(whole.object);
  }

  @Override
  public int hashCode() {
    return object.hashCode();
  }

  /** Shows kind and name only: values of a chart, for example, may be secret. */
  @Override
  public String toString() {
    return "WholeObject(%s %s)"
        .formatted(at("/kind").orElse("?"), at("/metadata/name").orElse("?"));
  }
}
