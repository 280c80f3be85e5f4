package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.testkit.argo.FakeHook.Deletion;
import dev.gatehouse.testkit.argo.FakeHook.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a sync has to do, phase by phase and wave by wave, and how far it is. */
final class SyncTasks {
  static final String NOTHING_TO_DO = "successfully synced (no more tasks)";
  private static final String DONE = "successfully synced (all tasks run)";
  private static final String UNSUCCESSFUL =
      "one or more synchronization tasks completed unsuccessfully";

  private final TrackedApplication app;
  private final ObjectNode result;
  private final boolean dryRun;
  private final List<SyncTask> regular = new ArrayList<>();
  private final List<SyncTask> onFailure = new ArrayList<>();

  /** How a sync ends automatically. */
  record End(String phase, String message) {}

  private SyncTasks(TrackedApplication app, ObjectNode result, boolean dryRun) {
    this.app = app;
    this.result = result;
    this.dryRun = dryRun;
  }

  /** Partial syncs and those that only apply run no hooks; both keep the order of waves. */
  static SyncTasks of(
      TrackedApplication app, JsonNode state, ObjectNode result, boolean unchanged) {
    JsonNode sync = Json.at(state, "operation", "sync");
    SyncTasks tasks = new SyncTasks(app, result, sync.path("dryRun").asBoolean());
    JsonNode chosen = sync.path("resources");
    boolean needless = unchanged && hasOption(sync, "ApplyOutOfSyncOnly=true");
    for (JsonNode object : app.objects()) {
      SyncTask task = SyncTask.of(object);
      if (!needless && (chosen.isEmpty() || isChosen(task, chosen))) {
        tasks.regular.add(task);
      }
    }
    if (chosen.isEmpty() && !Json.has(sync, "syncStrategy", "apply")) {
      String first = Json.text(result.path("revisions").path(0));
      String revision = Json.text(result, "revision");
      for (FakeHook hook : app.hooks) {
        SyncTask task = SyncTask.of(hook, app, state, revision.isEmpty() ? first : revision);
        (hook.phase() == Phase.SYNC_FAIL ? tasks.onFailure : tasks.regular).add(task);
      }
    }
    tasks.regular.sort(SyncTask.ORDER);
    tasks.onFailure.sort(SyncTask.ORDER);
    return tasks;
  }

  private static boolean hasOption(JsonNode sync, String option) {
    for (JsonNode one : sync.path("syncOptions")) {
      if (one.asText().equals(option)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isChosen(SyncTask task, JsonNode chosen) {
    for (JsonNode one : chosen) {
      if (task.isAbout(one)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it has to wait in between. */
  boolean areSeveralSteps() {
    return !dryRun
        && regular.stream().anyMatch(task -> task.isHook() || !task.isBeside(regular.get(0)));
  }

  /** Whether something of it was done. */
  boolean haveBegun() {
    return !result.path("resources").isEmpty();
  }

  /** Returns what is waited for now. */
  List<SyncTask> awaited() {
    List<SyncTask> both = new ArrayList<>(areSeveralSteps() ? regular : List.of());
    both.addAll(onFailure);
    return those(both, line -> Json.text(line, "hookPhase").equals("Running"));
  }

  private List<SyncTask> those(List<SyncTask> tasks, Predicate<ObjectNode> are) {
    return tasks.stream().filter(task -> line(task).filter(are).isPresent()).toList();
  }

  private Optional<ObjectNode> line(SyncTask task) {
    for (JsonNode line : result.path("resources")) {
      if (task.isAbout(line) && Json.text(line, "syncPhase").equals(task.phase().wire())) {
        return Optional.of((ObjectNode) line);
      }
    }
    return Optional.empty();
  }

  /** Says what is waited for, as the controller does. */
  String waiting() {
    List<SyncTask> tasks = awaited();
    List<SyncTask> hooks = tasks.stream().filter(SyncTask::isHook).toList();
    String what = hooks.isEmpty() ? "healthy state of " : "completion of hook ";
    String kind = hooks.size() == tasks.size() ? "hooks" : "resources";
    String more = tasks.size() == 1 ? "" : " and " + (tasks.size() - 1) + " more " + kind;
    return "waiting for " + what + (hooks.isEmpty() ? tasks : hooks).get(0).path() + more;
  }

  /** Ends one task; an empty message leaves what was said. */
  void end(SyncTask task, String phase, String message) {
    ObjectNode line = line(task).orElseThrow();
    line.put("hookPhase", phase);
    if (!message.isEmpty()) {
      line.put("message", message);
    }
  }

  /** Ends everything that is waited for. */
  void endAwaited(String phase, String message) {
    awaited().forEach(task -> end(task, phase, message));
  }

  /** The same for a sync that is terminated, which deletes the hooks that run. */
  void terminate() {
    List<SyncTask> hooks = awaited().stream().filter(SyncTask::isHook).toList();
    hooks.forEach(task -> end(task, "Failed", "Terminated"));
    hooks.forEach(this::delete);
  }

  /** Does whatever can be done without waiting; returns how the sync ends, if it does. */
  Optional<End> goOn() {
    if (!awaited().isEmpty()) {
      return Optional.empty();
    }
    if (!those(regular, line -> !isGood(line)).isEmpty()) {
      return fail();
    }
    List<SyncTask> left = regular.stream().filter(task -> line(task).isEmpty()).toList();
    List<SyncTask> next = left.stream().filter(task -> task.isBeside(left.get(0))).toList();
    next.forEach(this::begin);
    if (!next.isEmpty()
        && (next.size() < left.size() || next.stream().anyMatch(SyncTask::isHook))) {
      return Optional.empty();
    }
    deleteHooks(Deletion.SUCCEEDED);
    return Optional.of(new End("Succeeded", next.isEmpty() ? NOTHING_TO_DO : DONE));
  }

  private static boolean isGood(ObjectNode line) {
    return List.of("Running", "Succeeded").contains(Json.text(line, "hookPhase"));
  }

  private Optional<End> fail() {
    if (!onFailure.isEmpty() && onFailure.stream().noneMatch(task -> line(task).isPresent())) {
      onFailure.forEach(this::begin);
      return Optional.empty();
    }
    deleteHooks(Deletion.FAILED);
    String why =
        those(regular, line -> Json.text(line, "status").equals("SyncFailed")).stream()
            .map(task -> Json.text(line(task).orElseThrow(), "message"))
            .collect(Collectors.joining(","));
    return Optional.of(new End("Failed", UNSUCCESSFUL + (why.isEmpty() ? "" : ", reason: " + why)));
  }

  private void begin(SyncTask task) {
    Json.list(result, "resources").add(task.line(false, true));
    if (task.isHook()) {
      delete(task);
      Json.list(app.status(), "resources").add(task.listed());
    }
  }

  private void deleteHooks(Deletion when) {
    regular.stream()
        .filter(task -> task.hook().filter(hook -> hook.deletion() == when).isPresent())
        .forEach(this::delete);
  }

  private void delete(SyncTask task) {
    ArrayNode resources = Json.list(app.status(), "resources");
    for (int i = resources.size() - 1; i >= 0; i--) {
      if (task.isAbout(resources.get(i))) {
        resources.remove(i);
      }
    }
  }

  /** Forgets what an earlier try has done. */
  void forget() {
    result.remove("resources");
  }

  /** Describes everything at once, as done or as refused. */
  void describeAll(boolean succeeded) {
    forget();
    regular.forEach(task -> Json.list(result, "resources").add(task.line(dryRun, succeeded)));
  }
}
