package dev.gatehouse.argocd.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.Json;
import dev.gatehouse.http.UnexpectedAnswerException;

/** Reads an object that an answer holds as JSON text. */
final class Manifest {
  private static final ObjectMapper JSON = Json.mapper(200);

  private Manifest() {}

  static <T> AnswerReader<T> as(Class<T> type) {
    return json -> {
      String text = AnswerReader.of(JsonNode.class).read(json).path("manifest").asText("");
      try {
        T object = JSON.readValue(text, type);
        if (object != null) {
          return object;
        }
      } catch (JsonProcessingException e) {
        // Its message quotes the text, which may hold a secret.
        throw new UnexpectedAnswerException("the manifest is not a " + type.getSimpleName());
      }
      throw new UnexpectedAnswerException("the manifest is empty");
    };
  }
}
