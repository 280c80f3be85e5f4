package dev.gatehouse.testkit.argo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The decoded query of a request; a name may come several times. */
record QueryParameters(Map<String, List<String>> values) {
  QueryParameters {
    values = Map.copyOf(values);
  }

  static QueryParameters parse(String query) {
    Map<String, List<String>> values = new TreeMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    }
    return new QueryParameters(values);
  }

  /** Returns the first value, or the empty text. */
  String first(String name) {
    return all(name).stream().findFirst().orElse("");
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
