package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** An application as clients see it. */
final class ShownApplication {
  private static final Map<String, String> HEALTH =
      Map.of("Running", "Progressing", "Succeeded", "Healthy");

  private ShownApplication() {}

  /** Returns the object as a single read shows it: with the health of its resources. */
  static ObjectNode of(TrackedApplication app) {
    ObjectNode shown = app.json().deepCopy();
    String health = Json.text(shown, "status", "health", "status");
    for (JsonNode resource : Json.at(shown, "status", "resources")) {
      if (Json.text(resource, "kind").equals("Deployment")) {
        ((ObjectNode) resource).putObject("health").put("status", health);
      } else if (resource.path("hook").asBoolean()) {
        hookHealth(app, (ObjectNode) resource);
      }
    }
    return shown;
  }

  private static void hookHealth(TrackedApplication app, ObjectNode hook) {
    JsonNode lines = Json.at(app.status(), "operationState", "syncResult", "resources");
    for (JsonNode line : lines) {
      boolean same = Json.text(line, "kind").equals(Json.text(hook, "kind"));
      if (same && Json.text(line, "name").equals(Json.text(hook, "name"))) {
        ObjectNode health = hook.putObject("health");
        health.put("status", HEALTH.getOrDefault(Json.text(line, "hookPhase"), "Degraded"));
        String said = Json.text(line, "message");
        Json.putText(health, "message", said.endsWith(" created") ? "" : said);
      }
    }
  }
}
