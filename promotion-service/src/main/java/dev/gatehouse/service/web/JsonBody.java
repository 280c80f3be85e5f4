package dev.gatehouse.service.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Nearest;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.SafeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object as it was sent: texts, lists of texts, and objects of texts; nothing deeper.
 *
 * <p>Every mistake is an {@link InvalidConfigurationException} that names the key. Immutable.
 */
public final class JsonBody {
  private static final ReasonCode SYNTAX = WebReasons.BAD_REQUEST;
  private static final ReasonCode UNKNOWN_KEY = ReasonCode.of("unknown-key");
  private static final ReasonCode MISSING_KEY = ReasonCode.of("missing-key");
  private static final ReasonCode WRONG_TYPE = ReasonCode.of("wrong-type");
  private static final int DEPTH = 3;
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Map<String, Object> values;
  private final String where;

  private JsonBody(Map<String, Object> values, String where) {
    this.values = values;
    this.where = where;
  }

  /**
   * Reads an object that has no other keys than these.
   *
   * @param where what is read, for messages
   */
  public static JsonBody of(String text, String where, String... keys) {
    Map<String, Object> values;
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw unreadable("Expected a JSON object.", where);
      }
      values = object(parser, where);
      if (parser.nextToken() != null) {
        throw unreadable("There is something after the JSON object.", where);
      }
    } catch (IOException e) {
      throw unreadable("The body is no JSON, or is nested too deeply.", where);
    }
    List<String> known = List.of(keys);
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw invalid(
            UNKNOWN_KEY,
            "Unknown key '" + SafeText.cut(key, 60) + "'.",
            where,
            Nearest.remedy(key, known));
      }
    }
    return new JsonBody(values, where);
  }

  private static Map<String, Object> object(JsonParser parser, String where) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        values.put(key, object(parser, where));
      } else if (token == JsonToken.START_ARRAY) {
        List<String> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          members.add(scalar(parser, key, where));
        }
        values.put(key, members);
      } else if (token != JsonToken.VALUE_NULL) {
        values.put(key, scalar(parser, key, where));
      }
    }
    return values;
  }

  private static String scalar(JsonParser parser, String key, String where) throws IOException {
    if (parser.currentToken() == null || !parser.currentToken().isScalarValue()) {
      throw invalid(
          WRONG_TYPE, "A list or an object is nested in '" + key + "'.", where, "Send a text.");
    }
    return parser.getText();
  }

  /** Returns the text of a key. */
  public String text(String key) {
    return optional(key)
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () ->
                invalid(
                    MISSING_KEY, "The key '" + key + "' is missing.", where, "Send " + key + "."));
  }

  /** Returns the text of a key, or empty when it is absent or null. */
  public Optional<String> optional(String key) {
    Object value = values.get(key);
    if (value != null && !(value instanceof String)) {
      throw invalid(WRONG_TYPE, "Expected a text as '" + key + "'.", where, "Send a text.");
    }
    return Optional.ofNullable((String) value);
  }

  /** Returns the texts of a list; empty when it is absent. */
  public List<String> list(String key) {
    Object value = values.getOrDefault(key, List.of());
    if (!(value instanceof List<?> members)) {
      throw invalid(WRONG_TYPE, "Expected a list as '" + key + "'.", where, "Send [\"…\"].");
    }
    return members.stream().map(String.class::cast).toList();
  }

  /** Returns the texts of an object; empty when it is absent. */
  public Map<String, String> pairs(String key) {
    Object value = values.getOrDefault(key, Map.of());
    if (!(value instanceof Map<?, ?> object)
        || !object.values().stream().allMatch(String.class::isInstance)) {
      throw invalid(
          WRONG_TYPE, "Expected an object of texts as '" + key + "'.", where, "Send {\"…\": …}.");
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    object.forEach((name, text) -> pairs.put((String) name, (String) text));
    return pairs;
  }

  private static InvalidConfigurationException unreadable(String what, String where) {
    return invalid(SYNTAX, what, where, "Send one JSON object in UTF-8, each key once.");
  }

  private static InvalidConfigurationException invalid(
      ReasonCode code, String what, String where, String next) {
    return new InvalidConfigurationException(new Reason(code, what, where, next));
  }
}
