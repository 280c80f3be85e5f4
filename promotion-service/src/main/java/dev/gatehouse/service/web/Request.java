package dev.gatehouse.service.web;

import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.SafeText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request, complete and bounded; all of it is text of others.
 *
 * @param method such as {@code GET}
 * @param path the path as it was sent, without the query
 * @param named the values of the route's named segments, decoded
 * @param query the values of the query, decoded
 * @param headers the values of the headers, by name in lower case
 * @param body the body; empty when there was none
 */
public record Request(
    String method,
    String path,
    Map<String, String> named,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    String body) {
  /** Copies the maps. */
  public Request {
    named = Map.copyOf(named);
    query = copied(query);
    headers = copied(headers);
  }

  private static Map<String, List<String>> copied(Map<String, List<String>> map) {
    Map<String, List<String>> copy = new HashMap<>();
    map.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    return Map.copyOf(copy);
  }

  /** Returns this request with the values of a route's named segments. */
  public Request on(Map<String, String> segments) {
    return new Request(method, path, segments, query, headers, body);
  }

  /** Returns the value of a named segment of the route. */
  public String name(String segment) {
    String value = named.get(segment);
    if (value == null) {
      throw new IllegalArgumentException("the route names no segment '" + segment + "'");
    }
    return value;
  }

  /**
   * Returns the value of a header, or empty.
   *
   * @throws InvalidConfigurationException if it was sent more than once: which one counts would be
   *     a guess
   */
  public Optional<String> header(String name) {
    return single("header", name, headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
  }

  /**
   * Returns the value of a query parameter, or empty.
   *
   * @throws InvalidConfigurationException if it was sent more than once
   */
  public Optional<String> parameter(String name) {
    return single("parameter", name, query.getOrDefault(name, List.of()));
  }

  private Optional<String> single(String kind, String name, List<String> values) {
    if (values.size() > 1) {
      throw new InvalidConfigurationException(
          new Reason(
              WebReasons.BAD_REQUEST,
              "The "
                  + kind
                  + " '"
                  + SafeText.cut(name, 60)
                  + "' was sent "
                  + values.size()
                  + " times.",
              label(),
              "Send it once."));
    }
    return values.stream().findFirst();
  }

  /** Returns the method and the path, for messages. */
  public String label() {
    return method + " " + SafeText.line(SafeText.cut(path, 200));
  }
}
