package dev.gatehouse.testkit.argo;

import java.util.Map;
import java.util.stream.Stream;

/**
 * One request as it came over the wire.
 *
 * @param method the verb
 * @param path the raw path, still encoded
 * @param query the raw query without its question mark; empty if there is none
 * @param headers by lower-case name
 * @param body possibly empty
 */
record HttpCall(String method, String path, String query, Map<String, String> headers, Bytes body) {
  HttpCall {
    headers = Map.copyOf(headers);
  }

  String header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, "");
  }

  /** Returns the value of a cookie, or the empty text. */
  String cookie(String name) {
    return Stream.of(header("cookie").split(";", -1))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }

  QueryParameters parameters() {
    return QueryParameters.parse(query);
  }

  HttpCall withPath(String other) {
    return new HttpCall(method, other, query, headers, body);
  }

  /** Whether the answer is expected as server-sent events; the server compares the whole header. */
  boolean wantsEvents() {
    return header("accept").equals("text/event-stream");
  }
}
