package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** How the controller carries out an application's operation; called with the lock held. */
final class Operations {
  private static final String DONE = "successfully synced (all tasks run)";
  private static final int HISTORY_LIMIT = 10;

  private final ControlPlane plane;

  Operations(ControlPlane plane) {
    this.plane = plane;
  }

  static boolean isRunning(TrackedApplication app) {
    String phase = app.operationState().map(state -> Json.text(state, "phase")).orElse("");
    return app.operation().isPresent() && (phase.equals("Running") || phase.equals("Terminating"));
  }

  /** Takes the requested operation up. */
  void start(TrackedApplication app) {
    ObjectNode operation = app.operation().orElseThrow();
    ObjectNode state = Json.object();
    state.set("operation", operation.deepCopy());
    keepStaleRevision(app, state);
    state.put("phase", "Running").put("message", "waiting for completion of the operation");
    state.put("startedAt", plane.now());
    ObjectNode result = state.putObject("syncResult");
    Sources.copy(Json.at(operation, "sync"), result);
    if (Sources.of(result).isEmpty()) {
      Sources.copy(app, result);
    }
    app.status().set("operationState", state);
    Revisions asked = Revisions.in(Json.at(operation, "sync"));
    try {
      Revisions revisions =
          asked.areComplete() ? asked : Revisions.ofSpec(plane.repositories(), app);
      revisions.into(result, app.isMultiSource());
      if (!revisions.areKnown(plane.repositories(), Sources.of(result))) {
        finish(app, "Error", "ComparisonError: failed to load target state: " + revisions);
      }
    } catch (Refusal unresolved) {
      finish(app, "Error", "ComparisonError: " + unresolved.text());
    }
    plane.touched(app);
  }

  // The controller patches its state by merging, and an empty revision merges nothing (#26530).
  private static void keepStaleRevision(TrackedApplication app, ObjectNode state) {
    String stale =
        app.operationState().map(old -> Json.text(old, "operation", "sync", "revision")).orElse("");
    boolean empty = Json.text(state, "operation", "sync", "revision").isEmpty();
    if (empty && !stale.isEmpty() && !app.isMultiSource()) {
      Json.child(Json.child(state, "operation"), "sync").put("revision", stale);
    }
  }

  /** Ends the running operation in this phase. */
  void finish(TrackedApplication app, String phase, String message) {
    ObjectNode state = app.operationState().orElseThrow();
    boolean succeeded = phase.equals("Succeeded");
    state.put("phase", phase).put("message", message.isEmpty() && succeeded ? DONE : message);
    state.put("finishedAt", plane.now());
    JsonNode sync = Json.at(state, "operation", "sync");
    describeResources(app, state, succeeded);
    app.json().remove("operation");
    if (succeeded && !sync.path("dryRun").asBoolean()) {
      applied(app, state, sync.path("resources").size() > 0);
    }
    app.compareWanted = true;
    app.event(
        "OperationCompleted", "Sync operation " + phase.toLowerCase(Locale.ROOT), plane.now());
    plane.touched(app);
  }

  private void applied(TrackedApplication app, ObjectNode state, boolean partial) {
    app.drifted = false;
    if (!partial) {
      JsonNode result = state.path("syncResult");
      app.live = Revisions.in(result).content(plane.repositories(), Sources.of(result));
      remember(app, state);
    }
  }

  /** Writes the history entry that only a full sync gets. */
  void remember(TrackedApplication app, ObjectNode state) {
    ArrayNode history = Json.list(app.status(), "history");
    int next = history.isEmpty() ? 0 : history.get(history.size() - 1).path("id").asInt() + 1;
    ObjectNode entry = history.addObject().put("id", next);
    JsonNode result = state.path("syncResult");
    Sources.copy(result, entry);
    Revisions.in(result).into(entry, app.isMultiSource());
    entry.put("deployStartedAt", Json.text(state, "startedAt"));
    entry.put("deployedAt", Json.text(state, "finishedAt"));
    entry.set("initiatedBy", Json.at(state, "operation", "initiatedBy").deepCopy());
    int limit = app.spec().path("revisionHistoryLimit").asInt(HISTORY_LIMIT);
    while (history.size() > limit) {
      history.remove(0);
    }
  }

  private static void describeResources(
      TrackedApplication app, ObjectNode state, boolean succeeded) {
    if (!(state.get("syncResult") instanceof ObjectNode result)) {
      return;
    }
    ArrayNode all = result.putArray("resources");
    JsonNode chosen = Json.at(state, "operation", "sync", "resources");
    for (JsonNode resource : app.status().path("resources")) {
      if (chosen.isEmpty() || isChosen(resource, chosen)) {
        ObjectNode one = all.addObject();
        for (String key : List.of("group", "version", "kind", "namespace", "name")) {
          Json.putText(one, key, Json.text(resource, key));
        }
        one.put("status", succeeded ? "Synced" : "SyncFailed").put("syncPhase", "Sync");
        one.put("hookPhase", succeeded ? "Running" : "Failed");
        one.put("message", Json.text(resource, "name") + (succeeded ? " configured" : " failed"));
      }
    }
  }

  private static boolean isChosen(JsonNode resource, JsonNode chosen) {
    for (JsonNode one : chosen) {
      if (List.of("group", "kind", "name").stream()
          .allMatch(key -> Json.text(one, key).equals(Json.text(resource, key)))) {
        return true;
      }
    }
    return false;
  }

  /** Ends one try; the operation goes on, and its state says so in a way that misleads. */
  void failTry(TrackedApplication app, String message) {
    ObjectNode state = app.operationState().orElseThrow();
    int tries = state.path("retryCount").asInt() + 1;
    state.put("phase", "Running").put("finishedAt", plane.now()).put("retryCount", tries);
    state.put("message", message + ". Retrying attempt #" + tries + " at " + plane.now() + ".");
    describeResources(app, state, false);
    plane.touched(app);
  }

  /** Begins the next try. */
  void retry(TrackedApplication app) {
    ObjectNode state = app.operationState().orElseThrow();
    state.remove("finishedAt");
    state.put("message", "retrying operation. Attempt #" + state.path("retryCount").asInt());
    plane.touched(app);
  }
}
