package dev.gatehouse.argocd.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.UnexpectedAnswerException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the lists that stand in a field of an answer; a list without entries is left out or null.
 */
final class Items {
  private Items() {}

  static <T> AnswerReader<List<T>> of(Class<T> type) {
    return of("items", type);
  }

  static <T> AnswerReader<List<T>> of(String field, Class<T> type) {
    return json -> {
      JsonNode answer = AnswerReader.of(JsonNode.class).read(json);
      JsonNode found = answer.path(field);
      boolean none = found.isMissingNode() || found.isNull();
      if (!answer.isObject() || !(none || found.isArray())) {
        throw new UnexpectedAnswerException("the answer has no list of " + field);
      }
      List<T> items = new ArrayList<>();
      for (JsonNode each : found) {
        items.add(json.getCodec().treeToValue(each, type));
      }
      return List.copyOf(items);
    };
  }
}
