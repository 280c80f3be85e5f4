package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * One answer.
 *
 * @param status of HTTP
 * @param headers without length and encoding, which the socket knows
 * @param body possibly empty
 */
record HttpAnswer(int status, Map<String, String> headers, Bytes body) {
  HttpAnswer {
    headers = Map.copyOf(headers);
  }

  static HttpAnswer json(int status, JsonNode body) {
    return new HttpAnswer(
        status, Map.of("Content-Type", "application/json"), new Bytes(Json.bytes(body)));
  }

  static HttpAnswer text(int status, String body) {
    return new HttpAnswer(
        status, Map.of("Content-Type", "text/plain; charset=utf-8"), Bytes.of(body + "\n"));
  }

  static HttpAnswer html(int status, String body) {
    return new HttpAnswer(
        status, Map.of("Content-Type", "text/html; charset=utf-8"), Bytes.of(body));
  }

  HttpAnswer with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new HttpAnswer(status, more, body);
  }
}
