package dev.gatehouse.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Reads the answers that say no. */
final class ErrorAnswers {
  private static final long MOST_BYTES = 64 * 1024;
  private static final ObjectMapper JSON = Json.mapper(20);
  private static final Pattern EVENT = Pattern.compile("^\\s*data:");

  private ErrorAnswers() {}

  /** Throws what an answer is, unless it is one of the product's own. */
  static void requireGood(Response answer, Failures failures, Instant now, String wanted)
      throws ApiException {
    if (!answer.isSuccessful()) {
      throw refusal(answer, failures, now);
    }
    String type = type(answer);
    if (!type.startsWith(wanted)) {
      throw notTheApi(type, wanted, answer, failures);
    }
  }

  /** Throws what an answer is, unless it is good and either empty or not a page for people. */
  static void requirePlain(Response answer, Failures failures, Instant now) throws ApiException {
    if (!answer.isSuccessful()) {
      throw refusal(answer, failures, now);
    }
    String type = type(answer);
    if (!type.isEmpty() && !type.startsWith("application/json") && !type.startsWith("text/plain")) {
      throw notTheApi(type, "empty", answer, failures);
    }
  }

  private static ApiException notTheApi(
      String type, String wanted, Response answer, Failures failures) {
    return failures.of(
        FailureKind.NOT_THE_API,
        Optional.of(answer.code()),
        Optional.empty(),
        "the answer is '"
            + type
            + "' and not "
            + wanted
            + ": not the API of "
            + failures.dialect().product(),
        Optional.empty());
  }

  private static ApiException refusal(Response answer, Failures failures, Instant now) {
    Optional<Integer> status = Optional.of(answer.code());
    if (answer.code() < 400) {
      return failures.of(
          FailureKind.REDIRECTED,
          status,
          Optional.empty(),
          "the server redirects to " + target(answer.header("Location")),
          Optional.empty());
    }
    Optional<Duration> pause = RetryAfter.parse(answer.header(Pausing.HEADER), now);
    byte[] body = body(answer);
    Optional<JsonNode> error = error(answer, body);
    if (error.isEmpty()) {
      String text = type(answer).startsWith("text/plain") ? text(body) : answer.message();
      return failures.of(
          FailureKind.ofStatus(answer.code()), status, Optional.empty(), text, pause);
    }
    JsonNode said = error.get();
    int code = said.path("code").asInt(said.path("grpc_code").asInt(-1));
    String message = said.path("message").asText(said.path("error").asText(""));
    FailureKind kind = failures.dialect().kind(code, answer.code(), message);
    return failures.of(kind, status, Optional.of(code), message, pause);
  }

  /** The object that tells the error; that of a stream is inside another one. */
  private static Optional<JsonNode> error(Response answer, byte[] body) {
    boolean event = type(answer).startsWith("text/event-stream");
    if (!event && !type(answer).startsWith("application/json")) {
      return Optional.empty();
    }
    try {
      JsonNode node =
          event ? JSON.readTree(EVENT.matcher(text(body)).replaceFirst("")) : JSON.readTree(body);
      return Optional.ofNullable(node)
          .filter(found -> found.has("code") || found.has("error"))
          .map(found -> found.path("error").isObject() ? found.path("error") : found);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static byte[] body(Response answer) {
    try (InputStream in = answer.body().byteStream()) {
      return in.readNBytes((int) MOST_BYTES);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static String type(Response answer) {
    String type = answer.header("Content-Type");
    return type == null ? "" : type.toLowerCase(Locale.ROOT);
  }

  private static String target(@Nullable String location) {
    return location == null ? "nowhere" : location.replaceAll("[?#].*", "");
  }
}
