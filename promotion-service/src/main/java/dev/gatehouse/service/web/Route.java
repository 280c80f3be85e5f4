package dev.gatehouse.service.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What answers one method on one path.
 *
 * @param method such as {@code GET}
 * @param template the path; a segment such as {@code {promotion}} takes any text
 * @param handler what answers
 */
public record Route(String method, String template, Handler handler) {
  /** Returns the values of the named segments, or empty when the path is another one. */
  Optional<Map<String, String>> match(List<String> path) {
    List<String> wanted = List.of(template.substring(1).split("/", -1));
    if (wanted.size() != path.size()) {
      return Optional.empty();
    }
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      String segment = wanted.get(i);
      if (segment.startsWith("{") && !path.get(i).isEmpty()) {
        named.put(segment.substring(1, segment.length() - 1), path.get(i));
      } else if (!segment.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(named);
  }
}
