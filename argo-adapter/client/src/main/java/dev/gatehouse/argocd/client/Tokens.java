package dev.gatehouse.argocd.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.UnexpectedAnswerException;

/** Reads an answer that is a token. */
final class Tokens {
  private Tokens() {}

  static AnswerReader<BearerToken> reader() {
    return json -> {
      JsonNode token = AnswerReader.of(JsonNode.class).read(json).path("token");
      try {
        return BearerToken.of(token.asText(""));
      } catch (IllegalArgumentException e) {
        throw new UnexpectedAnswerException("the answer holds no usable token");
      }
    };
  }
}
