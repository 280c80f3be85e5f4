package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the endpoint of a method and a path. */
final class Router {
  private final List<Route> routes = new ArrayList<>();

  /** Answers one call, with the lock held. */
  @FunctionalInterface
  interface Endpoint {
    JsonNode answer(ApiCall call) throws Refusal, InterruptedException;
  }

  /**
   * An endpoint that was found.
   *
   * @param open whether it answers people without a valid token, too
   */
  record Match(Endpoint endpoint, Map<String, String> variables, boolean open) {}

  private record Route(String method, List<String> segments, Endpoint endpoint, boolean open) {}

  void add(String method, String pattern, Endpoint endpoint) {
    routes.add(new Route(method, split(pattern), endpoint, false));
  }

  void addOpen(String method, String pattern, Endpoint endpoint) {
    routes.add(new Route(method, split(pattern), endpoint, true));
  }

  Optional<Match> find(String method, String path) {
    List<String> segments = split(path);
    for (Route route : routes) {
      if (route.method().equals(method)) {
        Map<String, String> variables = new HashMap<>();
        if (fits(route.segments(), segments, variables)) {
          return Optional.of(new Match(route.endpoint(), variables, route.open()));
        }
      }
    }
    return Optional.empty();
  }

  boolean knows(String path) {
    List<String> segments = split(path);
    return routes.stream().anyMatch(r -> fits(r.segments(), segments, new HashMap<>()));
  }

  private static boolean fits(
      List<String> pattern, List<String> path, Map<String, String> variables) {
    for (int i = 0; i < pattern.size(); i++) {
      String expected = pattern.get(i);
      if (expected.endsWith("=**}")) {
        List<String> rest = path.subList(Math.min(i, path.size()), path.size());
        String name = expected.substring(1, expected.length() - "=**}".length());
        variables.put(name, decoded(String.join("/", rest)));
        return true;
      }
      if (i >= path.size()) {
        return false;
      }
      if (expected.startsWith("{")) {
        variables.put(expected.substring(1, expected.length() - 1), decoded(path.get(i)));
      } else if (!expected.equals(path.get(i))) {
        return false;
      }
    }
    return pattern.size() == path.size();
  }

  private static List<String> split(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
