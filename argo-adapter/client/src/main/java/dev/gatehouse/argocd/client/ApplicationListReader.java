package dev.gatehouse.argocd.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.UnexpectedAnswerException;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads a list one application at a time, so that the whole of it is never in memory. */
final class ApplicationListReader implements AnswerReader<String> {
  private final Consumer<Application> consumer;

  ApplicationListReader(Consumer<Application> consumer) {
    this.consumer = consumer;
  }

  /** Returns the version of the list. */
  @Override
  public String read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new UnexpectedAnswerException("the answer is not a list of applications");
    }
    String version = "";
    boolean listed = false;
    for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
      json.nextToken();
      switch (field) {
        case "items" -> {
          items(json);
          listed = true;
        }
        case "metadata" -> version = version(json);
        default -> json.skipChildren();
      }
    }
    if (!listed || json.currentToken() != JsonToken.END_OBJECT) {
      throw new UnexpectedAnswerException("the answer is not a list of applications");
    }
    return version;
  }

  private void items(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw new UnexpectedAnswerException("the applications are not a list");
    }
    while (json.nextToken() == JsonToken.START_OBJECT) {
      consumer.accept(json.readValueAs(Application.class));
    }
    if (json.currentToken() != JsonToken.END_ARRAY) {
      throw new UnexpectedAnswerException("the list holds something that is no application");
    }
  }

  private static String version(JsonParser json) throws IOException {
    JsonNode metadata = json.readValueAsTree();
    return metadata.path("resourceVersion").asText("");
  }
}
