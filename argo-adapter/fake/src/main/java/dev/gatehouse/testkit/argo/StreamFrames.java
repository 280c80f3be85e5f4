package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * How the messages of a stream are written: as server-sent events or as lines, and only the fields
 * that were asked for, in errors too.
 */
record StreamFrames(boolean events, FieldFilter filter) {
  static StreamFrames of(HttpCall call) {
    return new StreamFrames(call.wantsEvents(), FieldFilter.of(call.parameters()));
  }

  String contentType() {
    return events ? "text/event-stream" : "application/json";
  }

  String filtered(JsonNode message) {
    return new String(Json.bytes(filter.of(message)), StandardCharsets.UTF_8);
  }

  Bytes message(String filtered) {
    return Bytes.of(framed(filtered) + "\n");
  }

  /** The last message comes without the line that parts messages. */
  Bytes last(Refusal refusal) {
    return Bytes.of(framed(filtered(refusal.inStream())));
  }

  private String framed(String text) {
    return events ? "data: " + text + " \n\n" : text;
  }

  HttpAnswer refusal(Refusal refusal) {
    return new HttpAnswer(
        refusal.code().http(), Map.of("Content-Type", contentType()), last(refusal));
  }
}
