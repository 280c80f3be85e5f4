package dev.gatehouse.testkit.argo;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request that reached the server, without its secrets.
 *
 * <p>Immutable and thread-safe.
 *
 * @param method the verb
 * @param path the raw path, with the root path of the server
 * @param query the raw query; empty if there is none
 * @param headers by lower-case name, without those that authenticate
 * @param body as text; empty for logins
 */
public record SeenRequest(
    String method, String path, String query, Map<String, String> headers, String body) {
  private static final Set<String> SECRET =
      Set.of("authorization", "cookie", "grpc-metadata-token");

  /** Copies the headers. */
  public SeenRequest {
    headers = Map.copyOf(headers);
  }

  static SeenRequest of(HttpCall call) {
    Map<String, String> shown = new TreeMap<>(call.headers());
    shown.keySet().removeAll(SECRET);
    String body = call.path().endsWith("/session") ? "" : call.body().text();
    return new SeenRequest(call.method(), call.path(), call.query(), shown, body);
  }

  /** Returns the verb, the path and, after a question mark, the query if there is one. */
  public String line() {
    return method + " " + path + (query.isEmpty() ? "" : "?" + query);
  }

  /** Returns a header by its name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
