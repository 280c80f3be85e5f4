package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Creating, changing and deleting applications. */
final class ApplicationWrites {
  private static final List<String> KEPT_METADATA = List.of("labels", "annotations", "finalizers");

  private final ControlPlane plane;
  private final FakeAccess access;
  private final ApplicationAccess door;
  private final ApplicationObjects objects;
  private final Autopilot autopilot;

  ApplicationWrites(
      ControlPlane plane, FakeAccess access, ApplicationObjects objects, Autopilot autopilot) {
    this.plane = plane;
    this.access = access;
    this.door = new ApplicationAccess(plane, access);
    this.objects = objects;
    this.autopilot = autopilot;
  }

  void addTo(Router router) {
    router.add("POST", "/api/v1/applications", this::create);
    router.add("PUT", "/api/v1/applications/{name}", this::replace);
    router.add("PUT", "/api/v1/applications/{name}/spec", this::replaceSpec);
    router.add("PATCH", "/api/v1/applications/{name}", this::patch);
    router.add("DELETE", "/api/v1/applications/{name}", this::delete);
  }

  private JsonNode create(ApiCall call) throws Refusal {
    ObjectNode wanted = call.bodyObject().deepCopy();
    wanted.remove(List.of("operation", "status"));
    String name = Json.text(wanted, "metadata", "name");
    String project = Json.text(wanted, "spec", "project");
    String object = (project.isEmpty() ? "default" : project) + "/" + name;
    access.require(call.caller(), "applications", "create", object);
    requireValid(wanted);
    TrackedApplication there = plane.find(Json.text(wanted, "metadata", "namespace"), name);
    if (there == null) {
      TrackedApplication app = objects.admit(wanted);
      autopilot.nudge(app);
      return app.json();
    }
    if (!there.spec().equals(wanted.path("spec"))) {
      if (!call.query().first("upsert").equals("true")) {
        throw new Refusal(
            GrpcCode.INVALID_ARGUMENT,
            "existing application spec is different, use upsert flag to force update");
      }
      access.require(call.caller(), "applications", "update", there.rbacName());
      adopt(there, wanted);
    }
    return there.json();
  }

  private JsonNode replace(ApiCall call) throws Refusal {
    TrackedApplication app = door.open(call, "update");
    return changed(app, call.bodyObject());
  }

  private JsonNode replaceSpec(ApiCall call) throws Refusal {
    TrackedApplication app = door.openFor(call, "update");
    ObjectNode wanted = app.json().deepCopy();
    wanted.set("spec", call.bodyObject());
    return changed(app, wanted).path("spec");
  }

  private JsonNode patch(ApiCall call) throws Refusal {
    if (!Json.has(call.body(), "patchType")) {
      // The server cannot even pass such a request on to itself.
      throw new Refusal(
          GrpcCode.INTERNAL,
          "grpc: error while marshaling: proto: required field \"patchType\" not set");
    }
    TrackedApplication app = door.openFor(call, "update");
    ObjectNode wanted = app.json().deepCopy();
    JsonNode patch = patchOf(call);
    switch (call.field("patchType")) {
      case "", "json" -> JsonPatch.apply(patch, wanted);
      case "merge" -> JsonPatch.merge(wanted, patch);
      default ->
          throw new Refusal(
              GrpcCode.INVALID_ARGUMENT,
              "Patch type '" + call.field("patchType") + "' is not supported");
    }
    return changed(app, wanted);
  }

  private static JsonNode patchOf(ApiCall call) throws Refusal {
    try {
      return SentJson.read(call.field("patch").getBytes(StandardCharsets.UTF_8));
    } catch (Refusal malformed) {
      throw new Refusal(GrpcCode.UNKNOWN, "error decoding json patch: " + malformed.text());
    }
  }

  private JsonNode changed(TrackedApplication app, ObjectNode wanted) throws Refusal {
    requireValid(wanted);
    adopt(app, wanted);
    return app.json();
  }

  // Status and operation of a request are dropped without a word.
  private void adopt(TrackedApplication app, ObjectNode wanted) {
    app.json().set("spec", wanted.path("spec").deepCopy());
    for (String key : KEPT_METADATA) {
      JsonNode value = Json.at(wanted, "metadata", key);
      if (value.isMissingNode() || value.isEmpty()) {
        app.metadata().remove(key);
      } else {
        app.metadata().set(key, value.deepCopy());
      }
    }
    plane.touched(app);
    autopilot.nudge(app);
  }

  private void requireValid(ObjectNode wanted) throws Refusal {
    String project = Json.text(wanted, "spec", "project");
    if (!plane.hasProject(project.isEmpty() ? "default" : project)) {
      throw new Refusal(
          GrpcCode.INVALID_ARGUMENT,
          "app is not allowed in project \"%s\", or the project does not exist".formatted(project));
    }
    if (Json.text(wanted, "metadata", "name").isEmpty()) {
      throw new Refusal(GrpcCode.UNKNOWN, "resource name may not be empty");
    }
  }

  private JsonNode delete(ApiCall call) throws Refusal {
    TrackedApplication app = door.openFor(call, "delete");
    if (call.query().first("cascade").equals("false")) {
      plane.remove(app);
    } else if (!app.isDeleting()) {
      app.metadata().put("deletionTimestamp", plane.now());
      app.metadata().putArray("finalizers").add("resources-finalizer.argocd.argoproj.io");
      plane.touched(app);
      autopilot.nudge(app);
    }
    return Json.object();
  }
}
