package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/** Reads what a client sends; refuses what is not JSON as the server does. */
final class SentJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SentJson() {}

  /** Reads a tree, or nothing at all where there is no text. */
  static JsonNode read(byte[] text) throws Refusal {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node == null ? MissingNode.getInstance() : node;
    } catch (IOException broken) {
      throw new Refusal(
          GrpcCode.INVALID_ARGUMENT,
          broken instanceof JsonEOFException ? "unexpected EOF" : "invalid character in JSON");
    }
  }
}
