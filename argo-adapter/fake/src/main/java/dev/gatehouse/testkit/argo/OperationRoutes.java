package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Sync, terminate and rollback: each only writes down what the controller must do. */
final class OperationRoutes {
  private final ControlPlane plane;
  private final ApplicationAccess door;
  private final SyncRequests requests;
  private final Autopilot autopilot;

  OperationRoutes(ControlPlane plane, FakeAccess access, Autopilot autopilot) {
    this.plane = plane;
    this.door = new ApplicationAccess(plane, access);
    this.requests = new SyncRequests(plane, door);
    this.autopilot = autopilot;
  }

  void addTo(Router router) {
    router.add("POST", "/api/v1/applications/{name}/sync", this::sync);
    router.add("DELETE", "/api/v1/applications/{name}/operation", this::terminate);
    router.add("POST", "/api/v1/applications/{name}/rollback", this::rollback);
  }

  private JsonNode sync(ApiCall call) throws Refusal {
    SyncTypes.check(call.body());
    TrackedApplication app = door.open(call, "get");
    requests.check(call, app);
    return accept(app, requests.operation(call, app));
  }

  // 200 means accepted: the state of the last operation is gone, that of the next not yet there.
  private JsonNode accept(TrackedApplication app, ObjectNode operation) throws Refusal {
    if (app.operation().isPresent()) {
      throw new Refusal(GrpcCode.FAILED_PRECONDITION, "another operation is already in progress");
    }
    app.json().set("operation", operation);
    app.status().remove("operationState");
    app.event("OperationStarted", "initiated sync", plane.now());
    plane.touched(app);
    ObjectNode accepted = ShownApplication.of(app);
    autopilot.nudge(app);
    return accepted;
  }

  private JsonNode terminate(ApiCall call) throws Refusal {
    TrackedApplication app = door.open(call, "sync");
    if (app.operation().isEmpty() || app.operationState().isEmpty()) {
      throw new Refusal(
          GrpcCode.INVALID_ARGUMENT, "Unable to terminate operation. No operation is in progress");
    }
    app.operationState().orElseThrow().put("phase", "Terminating");
    plane.touched(app);
    autopilot.nudge(app);
    return Json.object();
  }

  private JsonNode rollback(ApiCall call) throws Refusal {
    TrackedApplication app = door.open(call, "sync");
    if (app.isDeleting()) {
      throw new Refusal(GrpcCode.FAILED_PRECONDITION, "application is deleting");
    }
    if (app.isAutomated()) {
      throw new Refusal(
          GrpcCode.FAILED_PRECONDITION, "rollback cannot be initiated when auto-sync is enabled");
    }
    int id = call.body().path("id").asInt();
    for (JsonNode entry : app.status().path("history")) {
      if (entry.path("id").asInt() == id) {
        return accept(app, backTo(call, app, entry));
      }
    }
    throw new Refusal(
        GrpcCode.INVALID_ARGUMENT,
        "application %s/%s does not have deployment with id %d"
            .formatted(app.namespace(), app.name(), id));
  }

  // Applied without hooks, whatever gates they are.
  private static ObjectNode backTo(ApiCall call, TrackedApplication app, JsonNode entry) {
    ObjectNode operation = Json.object();
    ObjectNode sync = operation.putObject("sync");
    Revisions.in(entry).into(sync, app.isMultiSource());
    Sources.copy(entry, sync);
    sync.putObject("syncStrategy").putObject("apply");
    if (call.body().path("prune").asBoolean()) {
      sync.put("prune", true);
    }
    if (call.body().path("dryRun").asBoolean()) {
      sync.put("dryRun", true);
    }
    operation.putObject("initiatedBy").put("username", call.caller().account());
    operation.putObject("retry");
    return operation;
  }
}
