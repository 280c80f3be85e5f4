package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the server answers instead of what was asked for. */
final class Refusal extends Exception {
  private final GrpcCode code;

  Refusal(GrpcCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  static Refusal permissionDenied() {
    return new Refusal(GrpcCode.PERMISSION_DENIED, "permission denied");
  }

  static Refusal notFound(String plural, String name) {
    return new Refusal(GrpcCode.NOT_FOUND, plural + ".argoproj.io \"" + name + "\" not found");
  }

  GrpcCode code() {
    return code;
  }

  String text() {
    return String.valueOf(getMessage());
  }

  /** Returns the message with which a stream ends, or does not even begin. */
  ObjectNode inStream() {
    ObjectNode message = Json.object();
    ObjectNode error = message.putObject("error");
    error.put("grpc_code", code.number()).put("http_code", code.http()).put("message", text());
    error.put("http_status", code.status());
    return message;
  }

  HttpAnswer answer() {
    ObjectNode body = Json.object();
    body.put("error", text()).put("code", code.number()).put("message", text());
    return HttpAnswer.json(code.http(), body);
  }
}
