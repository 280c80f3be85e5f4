package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the controller carries out an application's operation; called with the lock held. */
final class Operations {
  private static final String NOTHING_TO_DO = "successfully synced (no more tasks)";
  private static final String DONE = "successfully synced (all tasks run)";
  private static final int HISTORY_LIMIT = 10;
  private static final DateTimeFormatter KITCHEN =
      DateTimeFormatter.ofPattern("h:mma", Locale.ENGLISH);

  private final ControlPlane plane;

  Operations(ControlPlane plane) {
    this.plane = plane;
  }

  static boolean isRunning(TrackedApplication app) {
    String phase = app.operationState().map(state -> Json.text(state, "phase")).orElse("");
    return app.operation().isPresent() && (phase.equals("Running") || phase.equals("Terminating"));
  }

  /** Takes the requested operation up; message and result come only with what was done. */
  void start(TrackedApplication app) {
    ObjectNode state = Json.object();
    state.set("operation", app.operation().orElseThrow().deepCopy());
    keepStaleRevision(app, state);
    state.put("phase", "Running").put("startedAt", plane.now());
    app.status().set("operationState", state);
    app.result = Optional.empty();
    app.result = Optional.of(result(app, state));
    state.remove("syncResult");
    plane.touched(app);
  }

  /** Returns what the operation has done, begun if it is not there. */
  private ObjectNode result(TrackedApplication app, ObjectNode state) {
    if (state.get("syncResult") instanceof ObjectNode there) {
      return there;
    }
    if (app.result.isPresent()) {
      state.set("syncResult", app.result.get());
      return app.result.get();
    }
    ObjectNode result = state.putObject("syncResult");
    JsonNode sync = Json.at(app.operation().orElseThrow(), "sync");
    Sources.copy(sync, result);
    if (Sources.of(result).isEmpty()) {
      Sources.copy(app, result);
    }
    Revisions asked = Revisions.in(sync);
    Revisions wanted = asked.areComplete() ? asked : Revisions.asWritten(app);
    wanted.resolved(plane.repositories(), Sources.of(result)).into(result, app.isMultiSource());
    if (app.isMultiSource()) {
      // Go writes the single form, too, without anything in it.
      result.put("revision", "").putObject("source").put("repoURL", "");
    }
    return result;
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
    ObjectNode result = result(app, state);
    String complaint = Revisions.in(result).cannotLoad(plane.repositories(), Sources.of(result));
    if (!complaint.isEmpty() && phase.equals("Succeeded")) {
      finished(app, state, "Error", "ComparisonError: " + complaint);
    } else {
      finished(app, state, phase, message);
    }
  }

  private void finished(TrackedApplication app, ObjectNode state, String phase, String message) {
    boolean succeeded = phase.equals("Succeeded");
    JsonNode sync = Json.at(state, "operation", "sync");
    boolean dryRun = sync.path("dryRun").asBoolean();
    ObjectNode result = result(app, state);
    if (!phase.equals("Error")) {
      describeResources(app, state, succeeded);
    }
    state.put("phase", phase).put("finishedAt", plane.now());
    boolean nothing = dryRun || result.path("resources").isEmpty();
    String usual = succeeded ? (nothing ? NOTHING_TO_DO : DONE) : "";
    int retries = state.path("retryCount").asInt();
    String suffix = succeeded || retries == 0 ? "" : " (retried " + retries + " times).";
    state.put("message", (message.isEmpty() ? usual : message) + suffix);
    app.json().remove("operation");
    if (succeeded && !dryRun) {
      applied(app, state, sync.path("resources").size() > 0);
    }
    app.comparedSince = false;
    // A dry run changes nothing, and so nothing is compared after it.
    app.compareWanted = !dryRun;
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
    if (app.isMultiSource()) {
      entry.putObject("source").put("repoURL", "");
    }
    entry.put("deployStartedAt", Json.text(state, "startedAt"));
    entry.put("deployedAt", Json.text(state, "finishedAt"));
    entry.set("initiatedBy", Json.at(state, "operation", "initiatedBy").deepCopy());
    int limit = app.spec().path("revisionHistoryLimit").asInt(HISTORY_LIMIT);
    while (history.size() > limit) {
      history.remove(0);
    }
  }

  private void describeResources(TrackedApplication app, ObjectNode state, boolean succeeded) {
    ObjectNode result = result(app, state);
    ArrayNode all = result.putArray("resources");
    JsonNode sync = Json.at(state, "operation", "sync");
    JsonNode chosen = sync.path("resources");
    for (JsonNode resource : app.status().path("resources")) {
      if (chosen.isEmpty() || isChosen(resource, chosen)) {
        describe(resource, all.addObject(), sync.path("dryRun").asBoolean(), succeeded);
      }
    }
    if (all.isEmpty()) {
      result.remove("resources");
    }
  }

  private static void describe(
      JsonNode resource, ObjectNode one, boolean dryRun, boolean succeeded) {
    for (String key : List.of("group", "version", "kind", "namespace", "name")) {
      one.put(key, Json.text(resource, key));
    }
    String kind = Json.text(resource, "kind").toLowerCase(Locale.ROOT);
    String what =
        kind + "/" + Json.text(resource, "name") + (succeeded ? " configured" : " failed");
    one.put("status", succeeded ? "Synced" : "SyncFailed");
    one.put("message", what + (dryRun ? " (dry run)" : ""));
    // An object without hooks counts as running until its health says more.
    one.put("hookPhase", !succeeded ? "Failed" : dryRun ? "Succeeded" : "Running");
    one.put("syncPhase", "Sync");
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
    String when = KITCHEN.format(plane.instant().atOffset(ZoneOffset.UTC));
    state.put("message", message + ". Retrying attempt #" + tries + " at " + when + ".");
    describeResources(app, state, false);
    plane.touched(app);
  }

  /** Begins the next try. */
  void retry(TrackedApplication app) {
    ObjectNode state = app.operationState().orElseThrow();
    state.remove("finishedAt");
    state.put("message", "Retrying operation. Attempt #" + state.path("retryCount").asInt());
    plane.touched(app);
  }
}
