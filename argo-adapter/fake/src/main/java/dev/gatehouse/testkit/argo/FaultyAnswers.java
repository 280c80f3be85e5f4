package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Makes a fault happen on a connection. */
final class FaultyAnswers {
  private FaultyAnswers() {}

  /** Answers in place of the server. */
  static void replace(Fault fault, HttpConnection connection) throws IOException {
    switch (fault.kind()) {
      case RESET -> connection.reset();
      case NO_ANSWER -> connection.awaitPeerGone();
      case NOT_HTTP ->
          connection.sendAndEnd("SSH-2.0-OpenSSH_9.6\r\n".getBytes(StandardCharsets.US_ASCII));
      default -> connection.send(answer(fault), false);
    }
  }

  /** Spoils the real answer. */
  static void spoil(Fault fault, HttpConnection connection, HttpAnswer real) throws IOException {
    switch (fault.kind()) {
      case TRUNCATED -> connection.sendHalfAndEnd(real);
      case STALLED -> {
        connection.sendHalf(real);
        connection.awaitPeerGone();
      }
      default -> connection.reset();
    }
  }

  private static HttpAnswer answer(Fault fault) {
    return switch (fault.kind()) {
      case API_ERROR -> apiError(fault).answer();
      case RATE_LIMIT ->
          HttpAnswer.text(fault.status(), "rate limit exceeded")
              .with("Retry-After", fault.detail());
      case GARBAGE ->
          new HttpAnswer(
              200, Map.of("Content-Type", "application/json"), Bytes.of("{\"items\":[{\"met"));
      case HUGE -> HttpAnswer.json(200, huge(Integer.parseInt(fault.detail())));
      default ->
          HttpAnswer.html(
              fault.status(), "<html><body><h1>" + fault.status() + "</h1>nginx</body></html>");
    };
  }

  private static Refusal apiError(Fault fault) {
    GrpcCode code = fault.status() == 503 ? GrpcCode.UNAVAILABLE : GrpcCode.INTERNAL;
    return new Refusal(code, fault.detail());
  }

  private static ObjectNode huge(int bytes) {
    return Json.object().put("Version", "v".repeat(bytes));
  }
}
