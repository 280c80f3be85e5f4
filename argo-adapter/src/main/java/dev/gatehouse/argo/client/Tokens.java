package dev.gatehouse.argo.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.argo.http.AnswerReader;
import dev.gatehouse.argo.http.ArgoCdToken;
import dev.gatehouse.argo.http.UnexpectedAnswerException;

/** Reads an answer that is a token. */
final class Tokens {
  private Tokens() {}

  static AnswerReader<ArgoCdToken> reader() {
    return json -> {
      JsonNode token = AnswerReader.of(JsonNode.class).read(json).path("token");
      try {
        return ArgoCdToken.of(token.asText(""));
      } catch (IllegalArgumentException e) {
        throw new UnexpectedAnswerException("the answer holds no usable token");
      }
    };
  }
}
