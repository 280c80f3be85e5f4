package dev.gatehouse.argo.diff;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ManifestNode.ScalarType;
import dev.gatehouse.http.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the JSON text of a state; how deep it nests is bounded. */
final class StateReader {
  private static final ObjectMapper READER = Json.mapper(200);

  private StateReader() {}

  /**
   * Returns the object; empty for {@code null}, for nothing and for an object that is not there.
   */
  static Optional<ManifestNode.Mapping> read(Optional<String> text) throws IOException {
    JsonNode json = parsed(text.orElse(""));
    if (json == null || json.isMissingNode() || json.isNull()) {
      return Optional.empty();
    }
    if (node(json) instanceof ManifestNode.Mapping mapping) {
      return Optional.of(mapping);
    }
    throw new IOException("not an object");
  }

  /** The parser's own words quote the text, which may be secret: only the place is passed on. */
  private static JsonNode parsed(String text) throws IOException {
    try {
      return READER.readTree(text);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new IOException(at == null ? "not JSON" : "not JSON at line " + at.getLineNr());
    }
  }

  private static ManifestNode node(JsonNode json) {
    if (json.isObject()) {
      Map<String, ManifestNode> fields = new LinkedHashMap<>();
      json.properties().forEach(field -> fields.put(field.getKey(), node(field.getValue())));
      return new ManifestNode.Mapping(fields, 0);
    }
    if (json.isArray()) {
      List<ManifestNode> items = new ArrayList<>();
      json.forEach(item -> items.add(node(item)));
      return new ManifestNode.Sequence(items, 0);
    }
    return new ManifestNode.Scalar(json.asText(), type(json), 0);
  }

  private static ScalarType type(JsonNode json) {
    return switch (json.getNodeType()) {
      case NUMBER -> ScalarType.NUMBER;
      case BOOLEAN -> ScalarType.BOOLEAN;
      case NULL -> ScalarType.NULL;
      default -> ScalarType.STRING;
    };
  }
}
