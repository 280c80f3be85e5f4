package dev.gatehouse.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Puts a call into HTTP. */
final class Requests {
  private static final MediaType JSON = MediaType.get("application/json");

  private Requests() {}

  /**
   * The content type is exact, without a parameter: Argo CD refuses anything else with 415, even
   * without a body.
   */
  static Request of(ApiServer server, ApiCall call, Optional<BearerToken> token, String accept) {
    Request.Builder request = new Request.Builder().url(url(server, call)).header("Accept", accept);
    if (call.isReading()) {
      request.get();
    } else {
      byte[] body = call.body().map(ApiCall.Body::bytes).orElse(new byte[0]);
      request
          .method(call.method(), RequestBody.create(body, JSON))
          .header("Content-Type", "application/json");
    }
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.reveal()));
    return request.build();
  }

  private static HttpUrl url(ApiServer server, ApiCall call) {
    HttpUrl.Builder url = HttpUrl.get(server.base()).newBuilder();
    call.path().forEach(part -> url.addEncodedPathSegment(encoded(part)));
    call.query()
        .forEach(
            each -> url.addEncodedQueryParameter(encoded(each.getKey()), encoded(each.getValue())));
    return url.build();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
