package dev.gatehouse.kargoapi.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.UnexpectedAnswerException;
import dev.gatehouse.kargoapi.model.Freight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the lists of answers, which may be null where they are empty. */
final class Lists {
  private Lists() {}

  /** Reads {@code items}, and the version in {@code metadata}. */
  static <T> AnswerReader<KargoList<T>> of(Class<T> type) {
    return json -> {
      JsonNode answer = object(json);
      if (!answer.has("items")) {
        throw new UnexpectedAnswerException("the answer is no list");
      }
      String version = answer.at("/metadata/resourceVersion").asText("");
      return new KargoList<>(version, items(json, answer.path("items"), type));
    };
  }

  /** Reads Freight, which comes in groups; Freight that is in several groups counts once. */
  static AnswerReader<KargoList<Freight>> freight() {
    return json -> {
      JsonNode answer = object(json);
      if (!answer.has("groups")) {
        throw new UnexpectedAnswerException("the answer is no list of Freight");
      }
      Map<String, Freight> found = new LinkedHashMap<>();
      for (JsonNode group : answer.path("groups")) {
        for (Freight each : items(json, group.path("items"), Freight.class)) {
          found.putIfAbsent(each.name(), each);
        }
      }
      String version = answer.path("resourceVersion").asText("");
      return new KargoList<>(version, List.copyOf(found.values()));
    };
  }

  /** Reads a list that is the whole answer. */
  static <T> AnswerReader<List<T>> bare(Class<T> type) {
    return json -> items(json, AnswerReader.of(JsonNode.class).read(json), type);
  }

  static <T> List<T> items(JsonParser json, JsonNode list, Class<T> type) throws IOException {
    if (!list.isArray() && !list.isNull() && !list.isMissingNode()) {
      throw new UnexpectedAnswerException(
          "the answer has something else where a list was expected");
    }
    List<T> items = new ArrayList<>();
    for (JsonNode each : list) {
      if (!each.isNull()) {
        items.add(json.getCodec().treeToValue(each, type));
      }
    }
    return List.copyOf(items);
  }

  private static JsonNode object(JsonParser json) throws IOException {
    JsonNode answer = AnswerReader.of(JsonNode.class).read(json);
    if (!answer.isObject()) {
      throw new UnexpectedAnswerException("the answer is not an object");
    }
    return answer;
  }
}
