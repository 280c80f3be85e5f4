package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the status says of the objects of an application that was never compared. */
final class FirstStatus {
  private FirstStatus() {}

  /** Writes what the first comparison finds; nothing is there yet. */
  static void describe(TrackedApplication app, String now) {
    ObjectNode status = app.status();
    if (status.path("resources").isArray()) {
      return;
    }
    Json.child(status, "health").put("status", "Missing").put("lastTransitionTime", now);
    Json.child(status, "summary")
        .putArray("images")
        .add("registry.example.com/" + app.name() + ":1");
    ArrayNode resources = status.putArray("resources");
    resource(resources, app, "apps", "Deployment");
    resource(resources, app, "", "ConfigMap");
    if (app.isMultiSource()) {
      ArrayNode types = status.putArray("sourceTypes");
      app.sources().forEach(source -> types.add("Directory"));
    } else {
      status.put("sourceType", "Directory");
    }
    status.put("resourceHealthSource", "appTree").put("controllerNamespace", "argocd");
  }

  private static void resource(
      ArrayNode resources, TrackedApplication app, String group, String kind) {
    ObjectNode one = resources.addObject();
    Json.putText(one, "group", group);
    one.put("version", "v1").put("kind", kind);
    one.put("namespace", Json.text(app.json(), "spec", "destination", "namespace"));
    one.put("name", app.name()).put("status", "OutOfSync");
  }
}
