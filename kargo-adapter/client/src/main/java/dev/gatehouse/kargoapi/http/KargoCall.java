package dev.gatehouse.kargoapi.http;

import dev.gatehouse.http.ApiCall;
import java.util.stream.Stream;

/** Requests below Kargo's {@code /v1beta1}. */
public final class KargoCall {
  private KargoCall() {}

  /** Returns a request with this method; the parts of the path are not yet encoded. */
  public static ApiCall of(String method, String... path) {
    return ApiCall.of(method, Stream.concat(Stream.of("v1beta1"), Stream.of(path)).toList());
  }

  /** Returns a reading request; the parts of the path are not yet encoded. */
  public static ApiCall get(String... path) {
    return of("GET", path);
  }

  /** Returns a request that asks for something without a body. */
  public static ApiCall post(String... path) {
    return of("POST", path);
  }
}
