package dev.gatehouse.service.web;

import dev.gatehouse.reason.InvalidConfigurationException;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a request of the HTTP library. */
final class Requests {
  private Requests() {}

  static Request of(HttpServerExchange exchange, byte[] body) {
    String path = path(exchange);
    Map<String, List<String>> headers = new HashMap<>();
    for (HeaderValues values : exchange.getRequestHeaders()) {
      headers.put(values.getHeaderName().toString().toLowerCase(Locale.ROOT), List.copyOf(values));
    }
    return new Request(
        exchange.getRequestMethod().toString(),
        path,
        Map.of(),
        Segments.query(exchange.getQueryString(), path),
        headers,
        text(body, path));
  }

  private static String path(HttpServerExchange exchange) {
    String uri = exchange.getRequestURI();
    String path = exchange.isHostIncludedInRequestURI() ? URI.create(uri).getRawPath() : uri;
    if (path == null || !path.startsWith("/")) {
      throw unreadable("The path does not begin with a slash.", "/");
    }
    return path;
  }

  private static String text(byte[] body, String path) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw unreadable("The body is not UTF-8.", path);
    }
  }

  private static InvalidConfigurationException unreadable(String what, String path) {
    return new InvalidConfigurationException(
        WebReasons.unreadable(what, "path " + path, "Send an absolute path and a body in UTF-8."));
  }
}
