package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.testkit.argo.FakeHook.Phase;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One thing that a sync does: a hook that it runs, or an object that it applies. */
record SyncTask(ObjectNode identity, Phase phase, int wave, Optional<FakeHook> hook) {
  static final Comparator<SyncTask> ORDER =
      Comparator.comparing(SyncTask::phase).thenComparing(SyncTask::wave);

  static SyncTask of(JsonNode resource) {
    ObjectNode identity = Json.object();
    for (String key : List.of("group", "version", "kind", "namespace", "name")) {
      identity.put(key, Json.text(resource, key));
    }
    return new SyncTask(identity, Phase.SYNC, resource.path("syncWave").asInt(), Optional.empty());
  }

  static SyncTask of(FakeHook hook, TrackedApplication app, JsonNode state, String revision) {
    ObjectNode identity = Json.object().put("group", hook.group()).put("version", "v1");
    identity.put("kind", hook.kind());
    identity.put("namespace", Json.text(app.json(), "spec", "destination", "namespace"));
    identity.put("name", hook.generated() ? generated(hook, state, revision) : hook.name());
    return new SyncTask(identity, hook.phase(), hook.wave(), Optional.of(hook));
  }

  private static String generated(FakeHook hook, JsonNode state, String revision) {
    return hook.name()
        + revision.substring(0, Math.min(7, revision.length()))
        + "-"
        + hook.phase().wire().toLowerCase(Locale.ROOT)
        + "-"
        + Instant.parse(Json.text(state, "startedAt")).getEpochSecond();
  }

  boolean isHook() {
    return hook.isPresent();
  }

  boolean isBeside(SyncTask other) {
    return ORDER.compare(this, other) == 0;
  }

  /** Whether both speak of the same object, whatever else they say. */
  boolean isAbout(JsonNode other) {
    return List.of("group", "kind", "name").stream()
        .allMatch(key -> Json.text(identity, key).equals(Json.text(other, key)));
  }

  String path() {
    return String.join(
        "/",
        Json.text(identity, "group"),
        Json.text(identity, "kind"),
        Json.text(identity, "name"));
  }

  /** Returns what is said of it once it was applied, or could not be. */
  ObjectNode line(boolean dryRun, boolean succeeded) {
    String group = Json.text(identity, "group");
    String kind = Json.text(identity, "kind").toLowerCase(Locale.ROOT);
    String named = isHook() && !group.isEmpty() ? kind + "." + group : kind;
    String done = isHook() ? " created" : " configured";
    String said = named + "/" + Json.text(identity, "name") + (succeeded ? done : " failed");
    String saying = hook.map(FakeHook::saying).orElse("");
    ObjectNode line = identity.deepCopy().put("status", succeeded ? "Synced" : "SyncFailed");
    line.put("message", dryRun ? said + " (dry run)" : saying.isEmpty() ? said : saying);
    hook.ifPresent(one -> line.put("hookType", one.phase().wire()));
    // An object without hooks counts as running until its health says more.
    line.put("hookPhase", !succeeded ? "Failed" : dryRun ? "Succeeded" : "Running");
    line.put("syncPhase", phase.wire());
    if (isHook() && kind.equals("job")) {
      line.putArray("images").add("registry.example.com/" + hook.orElseThrow().name() + ":1");
    }
    return line;
  }

  /** Returns how its object is listed among those of the application. */
  ObjectNode listed() {
    ObjectNode listed = identity.deepCopy().put("hook", true);
    if (wave != 0) {
      listed.put("syncWave", wave);
    }
    if (!hook.map(FakeHook::generated).orElse(false)) {
      listed.put("requiresPruning", true);
    }
    return listed;
  }
}
