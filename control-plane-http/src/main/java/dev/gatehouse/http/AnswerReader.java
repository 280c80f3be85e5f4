package dev.gatehouse.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * Makes something of a good answer. It runs on a thread of the transport while the caller waits.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface AnswerReader<T> {
  /**
   * Reads JSON of bounded size and depth.
   *
   * @throws IOException when it cannot be read, or is not what was expected
   */
  T read(JsonParser json) throws IOException;

  /** Reads one object of this type. */
  static <T> AnswerReader<T> of(Class<T> type) {
    return json -> {
      T value = json.readValueAs(type);
      if (value == null) {
        throw new UnexpectedAnswerException("the answer is empty");
      }
      return value;
    };
  }

  /** Reads an object and throws it away. */
  static AnswerReader<JsonNode> nothing() {
    return json -> {
      JsonNode answer = of(JsonNode.class).read(json);
      if (!answer.isObject()) {
        throw new UnexpectedAnswerException("the answer is not an object");
      }
      return answer;
    };
  }
}
