package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** The application controller, which only acts when it is told to; called with the lock held. */
final class Controller {
  private final ControlPlane plane;
  private final Operations operations;

  Controller(ControlPlane plane) {
    this.plane = plane;
    this.operations = new Operations(plane);
  }

  Operations operations() {
    return operations;
  }

  /** Does the one thing that comes next. */
  ControllerStep step(TrackedApplication app) {
    if (app.isDeleting()) {
      plane.remove(app);
      return ControllerStep.REMOVED;
    }
    if (app.operation().isEmpty()) {
      compare(app);
      return ControllerStep.COMPARED;
    }
    if (!Operations.isRunning(app)) {
      operations.start(app);
      return ControllerStep.STARTED;
    }
    ObjectNode state = app.operationState().orElseThrow();
    if (Json.text(state, "phase").equals("Terminating")) {
      operations.finish(app, "Failed", "Operation terminated");
      return ControllerStep.FINISHED;
    }
    if (Json.has(state, "finishedAt")) {
      operations.retry(app);
      return ControllerStep.RETRIED;
    }
    if (operations.isWaiting(app) && !operations.stepOn(app)) {
      return ControllerStep.WENT_ON;
    }
    if (Operations.isRunning(app)) {
      operations.finish(app, "Succeeded", "");
    }
    return ControllerStep.FINISHED;
  }

  /** Compares live with desired, answers waiting refreshes, and starts what auto-sync asks for. */
  void compare(TrackedApplication app) {
    if (app.annotation(TrackedApplication.SKIP).equals("true")) {
      return;
    }
    app.compareWanted = false;
    app.removeAnnotation(TrackedApplication.REFRESH);
    app.status().put("reconciledAt", comparedAt(app).toString());
    Revisions wanted = Revisions.asWritten(app);
    String complaint;
    try {
      wanted = Revisions.ofSpec(plane.repositories(), app);
      complaint = wanted.cannotLoad(plane.repositories(), app.sources());
    } catch (Refusal unresolved) {
      complaint = "Failed to load target state: " + unresolved.text();
    }
    app.condition("ComparisonError", complaint, plane.now());
    ObjectNode sync = app.status().putObject("sync");
    if (complaint.isEmpty()) {
      compared(app, wanted, sync);
    } else {
      unknown(app, sync);
    }
    plane.touched(app);
    if (complaint.isEmpty()) {
      autoSync(app, wanted);
    }
  }

  private static void unknown(TrackedApplication app, ObjectNode sync) {
    sync.put("status", "Unknown");
    comparedTo(app, sync);
    Revisions.asWritten(app).into(sync, app.isMultiSource());
  }

  private static void comparedTo(TrackedApplication app, ObjectNode sync) {
    ObjectNode comparedTo = sync.putObject("comparedTo");
    if (app.isMultiSource()) {
      comparedTo.putObject("source").put("repoURL", "");
      comparedTo.set("sources", app.spec().path("sources").deepCopy());
    } else {
      Sources.copy(app, comparedTo);
    }
    comparedTo.set("destination", app.spec().path("destination").deepCopy());
  }

  // A comparison that follows an operation runs in the second in which that ended. With the
  // autopilot a clock that does not move must not make every further one look like that.
  private Instant comparedAt(TrackedApplication app) {
    Instant now = plane.instant();
    String finished = app.operationState().map(s -> Json.text(s, "finishedAt")).orElse("");
    boolean follows = !app.comparedSince;
    app.comparedSince = true;
    if (plane.autopilotReads().isEmpty() || finished.isEmpty()) {
      return now;
    }
    Instant earliest = Instant.parse(finished).plusSeconds(follows ? 0 : 1);
    return now.isBefore(earliest) ? earliest : now;
  }

  private void compared(TrackedApplication app, Revisions wanted, ObjectNode sync) {
    boolean synced =
        !app.drifted && app.live.equals(wanted.content(plane.repositories(), app.sources()));
    sync.put("status", synced ? "Synced" : "OutOfSync");
    comparedTo(app, sync);
    wanted.into(sync, app.isMultiSource());
    FirstStatus.describe(app, plane.now());
    app.objects().forEach(object -> object.put("status", synced ? "Synced" : "OutOfSync"));
  }

  private void autoSync(TrackedApplication app, Revisions wanted) {
    boolean outOfSync = Json.text(app.status(), "sync", "status").equals("OutOfSync");
    if (!app.isAutomated() || !outOfSync || app.operation().isPresent()) {
      return;
    }
    ObjectNode last = app.operationState().orElseGet(Json::object);
    boolean tried =
        Revisions.in(last.path("syncResult")).equals(wanted)
            && Sources.same(last.path("syncResult"), app.spec());
    boolean succeeded = Json.text(last, "phase").equals("Succeeded");
    if (tried && !succeeded) {
      String message = "Failed last sync attempt to " + wanted + ": " + Json.text(last, "message");
      app.condition("SyncError", message, plane.now());
      plane.touched(app);
      return;
    }
    app.condition("SyncError", "", plane.now());
    if ((tried && !app.heals()) || !WindowRules.of(plane, app).letThrough(false)) {
      return;
    }
    request(app, wanted, tried);
  }

  // Healing names the resources, which makes it partial: no hooks, no history.
  private void request(TrackedApplication app, Revisions wanted, boolean healing) {
    ObjectNode operation = Json.object();
    ObjectNode sync = operation.putObject("sync");
    wanted.into(sync, app.isMultiSource());
    boolean prune = Json.at(app.spec(), "syncPolicy", "automated", "prune").asBoolean();
    if (prune) {
      sync.put("prune", true);
    }
    if (healing) {
      for (JsonNode resource : app.objects()) {
        ObjectNode one = sync.withArray("resources").addObject();
        Json.putText(one, "group", Json.text(resource, "group"));
        one.put("kind", Json.text(resource, "kind")).put("name", Json.text(resource, "name"));
      }
    }
    operation.putObject("initiatedBy").put("automated", true);
    operation.putObject("retry").put("limit", 5);
    app.json().set("operation", operation);
    app.event("OperationStarted", "Initiated automated sync to '" + wanted + "'", plane.now());
    plane.touched(app);
  }
}
