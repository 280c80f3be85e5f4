package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** How the controller carries out an application's operation; called with the lock held. */
final class Operations {
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
    begin(app, state);
  }

  /** Does what comes before the first wait; a sync that never waits is left for others to end. */
  private void begin(TrackedApplication app, ObjectNode state) {
    SyncTasks tasks = tasks(app, state, app.result.orElseThrow());
    if (tasks.areSeveralSteps() && complaint(app.result.orElseThrow()).isEmpty()) {
      goOn(app, state, tasks(app, state, result(app, state)));
    }
  }

  private SyncTasks tasks(TrackedApplication app, ObjectNode state, ObjectNode result) {
    boolean unchanged = !app.drifted && app.live.equals(content(result));
    return SyncTasks.of(app, state, result, unchanged);
  }

  private String content(ObjectNode result) {
    return complaint(result).isEmpty()
        ? Revisions.in(result).content(plane.repositories(), Sources.of(result))
        : "";
  }

  private String complaint(ObjectNode result) {
    return Revisions.in(result).cannotLoad(plane.repositories(), Sources.of(result));
  }

  /** Whether the running operation waits for hooks, or for the objects of a wave. */
  boolean isWaiting(TrackedApplication app) {
    ObjectNode state = app.operationState().orElseThrow();
    return state.has("syncResult") && !tasks(app, state, result(app, state)).awaited().isEmpty();
  }

  /** Ends all that is waited for, successfully, and continues; says whether that was the end. */
  boolean stepOn(TrackedApplication app) {
    ObjectNode state = app.operationState().orElseThrow();
    SyncTasks tasks = tasks(app, state, result(app, state));
    tasks.endAwaited("Succeeded", "");
    return goOn(app, state, tasks);
  }

  /** Ends a hook that runs, and continues when it was the last of its wave. */
  void endHook(TrackedApplication app, String name, String phase, String message) {
    ObjectNode state = app.operationState().orElseThrow();
    SyncTasks tasks = tasks(app, state, result(app, state));
    SyncTask task =
        tasks.awaited().stream()
            .filter(one -> one.hook().filter(hook -> hook.name().equals(name)).isPresent())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no hook " + name + " runs"));
    tasks.end(task, phase, message);
    goOn(app, state, tasks);
  }

  private boolean goOn(TrackedApplication app, ObjectNode state, SyncTasks tasks) {
    Optional<SyncTasks.End> end = tasks.goOn();
    if (end.isPresent()) {
      close(app, state, end.get().phase(), end.get().message());
    } else {
      state.put("message", tasks.waiting());
      plane.touched(app);
    }
    return end.isPresent();
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
    String complaint = complaint(result);
    if (!complaint.isEmpty() && phase.equals("Succeeded")) {
      close(app, state, "Error", "ComparisonError: " + complaint);
    } else if (phase.equals("Succeeded")) {
      SyncTasks.End end = succeed(tasks(app, state, result), state);
      close(app, state, end.phase(), message.isEmpty() ? end.message() : message);
    } else {
      if (!phase.equals("Error")) {
        fail(app, state, message);
      }
      close(app, state, phase, message);
    }
  }

  private static SyncTasks.End succeed(SyncTasks tasks, ObjectNode state) {
    if (Json.at(state, "operation", "sync", "dryRun").asBoolean()) {
      tasks.describeAll(true);
      return new SyncTasks.End("Succeeded", SyncTasks.NOTHING_TO_DO);
    }
    if (!tasks.areSeveralSteps()) {
      tasks.forget();
    }
    Optional<SyncTasks.End> end = Optional.empty();
    while (end.isEmpty()) {
      tasks.endAwaited("Succeeded", "");
      end = tasks.goOn();
    }
    return end.get();
  }

  /** Has what runs fail, and leaves what has not begun; without hooks everything fails at once. */
  private void fail(TrackedApplication app, ObjectNode state, String message) {
    SyncTasks tasks = tasks(app, state, result(app, state));
    if (Json.text(state, "phase").equals("Terminating") && tasks.haveBegun()) {
      tasks.terminate();
    } else if (tasks.areSeveralSteps()) {
      tasks.endAwaited("Failed", message);
    } else {
      tasks.describeAll(false);
    }
  }

  private void close(TrackedApplication app, ObjectNode state, String phase, String message) {
    boolean succeeded = phase.equals("Succeeded");
    JsonNode sync = Json.at(state, "operation", "sync");
    boolean dryRun = sync.path("dryRun").asBoolean();
    state.put("phase", phase).put("finishedAt", plane.now());
    int retries = state.path("retryCount").asInt();
    String suffix = succeeded || retries == 0 ? "" : " (retried " + retries + " times).";
    state.put("message", message + suffix);
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

  /** Ends one try; the operation continues, and its state says so in a way that misleads. */
  void failTry(TrackedApplication app, String message) {
    ObjectNode state = app.operationState().orElseThrow();
    int tries = state.path("retryCount").asInt() + 1;
    state.put("phase", "Running").put("finishedAt", plane.now()).put("retryCount", tries);
    String when = KITCHEN.format(plane.instant().atOffset(ZoneOffset.UTC));
    state.put("message", message + ". Retrying attempt #" + tries + " at " + when + ".");
    fail(app, state, message);
    plane.touched(app);
  }

  /** Begins the next try. */
  void retry(TrackedApplication app) {
    ObjectNode state = app.operationState().orElseThrow();
    state.remove("finishedAt");
    state.put("message", "Retrying operation. Attempt #" + state.path("retryCount").asInt());
    plane.touched(app);
    if (tasks(app, state, result(app, state)).areSeveralSteps()) {
      result(app, state).remove("resources");
      goOn(app, state, tasks(app, state, result(app, state)));
    }
  }
}
