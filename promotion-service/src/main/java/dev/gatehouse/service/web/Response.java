package dev.gatehouse.service.web;

import dev.gatehouse.view.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer.
 *
 * @param status the status code
 * @param headers further headers
 * @param type the media type of the body
 * @param body the body
 */
public record Response(int status, Map<String, String> headers, String type, String body) {
  /** The media type of JSON. */
  public static final String JSON = "application/json";

  /** Copies the map. */
  public Response {
    headers = Map.copyOf(headers);
  }

  /** Returns an answer of JSON. */
  public static Response json(int status, Map<String, @Nullable Object> fields) {
    return new Response(status, Map.of(), JSON, JsonText.of(fields) + "\n");
  }

  /** Returns an answer of plain text. */
  public static Response text(int status, String text) {
    return new Response(status, Map.of(), "text/plain; charset=utf-8", text);
  }

  /** Returns this answer with one more header. */
  public Response with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Response(status, more, type, body);
  }
}
