package dev.gatehouse.argocd.http;

import dev.gatehouse.http.ApiCall;
import java.util.List;
import java.util.stream.Stream;

/** Requests below Argo CD's {@code /api/v1}. */
public final class ArgoCdCall {
  private ArgoCdCall() {}

  /** Returns a request with this method; the parts of the path are not yet encoded. */
  public static ApiCall of(String method, String... path) {
    List<String> whole = Stream.concat(Stream.of("api", "v1"), Stream.of(path)).toList();
    return ApiCall.of(method, whole);
  }

  /** Returns a reading request; the parts of the path are not yet encoded. */
  public static ApiCall get(String... path) {
    return of("GET", path);
  }
}
