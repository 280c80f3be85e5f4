package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes an operation out of a sync request; refuses what the server refuses, in its order. */
final class SyncRequests {
  private final ControlPlane plane;
  private final ApplicationAccess door;

  SyncRequests(ControlPlane plane, ApplicationAccess door) {
    this.plane = plane;
    this.door = door;
  }

  void check(ApiCall call, TrackedApplication app) throws Refusal {
    // Anyone who may read learns of a window, before the right to sync is checked.
    if (!WindowRules.of(plane, app).letThrough(true)) {
      throw new Refusal(GrpcCode.PERMISSION_DENIED, "cannot sync: blocked by sync window");
    }
    door.require(call, app, "sync");
    boolean local = call.body().path("manifests").size() > 0;
    boolean held = app.isAutomated() && !call.body().path("dryRun").asBoolean();
    if (local) {
      door.require(call, app, "override");
    }
    if (local && held) {
      throw new Refusal(
          GrpcCode.FAILED_PRECONDITION,
          "cannot use local sync when Automatic Sync Policy is enabled unless for dry run");
    }
    if (app.isDeleting()) {
      throw new Refusal(GrpcCode.FAILED_PRECONDITION, "application is deleting");
    }
    requirePositions(call.body(), app);
    if (plane.revisionsNeedOverride() && otherThanTarget(call.body(), app).isPresent()) {
      door.require(call, app, "override");
    }
    if (held) {
      requireTargetRevision(call.body(), app);
    }
  }

  /** More revisions than positions are dropped; more positions run over the end of the list. */
  private static void requirePositions(JsonNode body, TrackedApplication app) throws Refusal {
    JsonNode positions = body.path("sourcePositions");
    int revisions = body.path("revisions").size();
    for (int i = 0; app.isMultiSource() && i < positions.size(); i++) {
      long position = positions.path(i).asLong();
      if (position <= 0 || position > app.sources().size()) {
        throw new Refusal(GrpcCode.UNKNOWN, "source position is out of range");
      }
      if (i >= revisions) {
        throw new Refusal(
            GrpcCode.INTERNAL,
            "runtime error: index out of range [%d] with length %d".formatted(i, revisions));
      }
    }
  }

  private record Other(String asked, String target, String source) {}

  private static Optional<Other> otherThanTarget(JsonNode body, TrackedApplication app) {
    List<JsonNode> sources = app.sources();
    for (int i = 0; i < sources.size(); i++) {
      String asked = asked(body, app, i);
      String target = Json.text(sources.get(i), "targetRevision");
      if (!asked.isEmpty() && !asked.equals(target.isEmpty() ? "HEAD" : target)) {
        String source =
            app.isMultiSource() ? "source " + Json.text(sources.get(i), "repoURL") + " " : "";
        return Optional.of(new Other(asked, target, source));
      }
    }
    return Optional.empty();
  }

  private static void requireTargetRevision(JsonNode body, TrackedApplication app) throws Refusal {
    Other other = otherThanTarget(body, app).orElse(null);
    if (other != null) {
      throw new Refusal(
          GrpcCode.FAILED_PRECONDITION,
          "Cannot sync "
              + other.source()
              + "to "
              + other.asked()
              + ": auto-sync currently set to "
              + other.target());
    }
  }

  /** Returns what is asked for this source; empty for nothing in particular. */
  private static String asked(JsonNode body, TrackedApplication app, int index) {
    if (!app.isMultiSource()) {
      return Json.text(body, "revision");
    }
    JsonNode positions = body.path("sourcePositions");
    for (int i = 0; i < positions.size(); i++) {
      if (positions.path(i).asInt() == index + 1) {
        return Json.text(body.path("revisions").path(i));
      }
    }
    return "";
  }

  ObjectNode operation(ApiCall call, TrackedApplication app) throws Refusal {
    JsonNode body = call.body();
    ObjectNode operation = Json.object();
    ObjectNode sync = operation.putObject("sync");
    resolved(body, app).into(sync, app.isMultiSource());
    Sources.copy(app, sync);
    for (String key : List.of("prune", "dryRun")) {
      if (body.path(key).asBoolean()) {
        sync.put(key, true);
      }
    }
    copy(body, "strategy", sync, "syncStrategy");
    copy(body, "resources", sync, "resources");
    copy(body, "manifests", sync, "manifests");
    JsonNode options =
        Json.has(body, "syncOptions")
            ? Json.at(body, "syncOptions", "items")
            : Json.at(app.spec(), "syncPolicy", "syncOptions");
    if (!options.isEmpty()) {
      sync.set("syncOptions", options.deepCopy());
    }
    operation.putObject("initiatedBy").put("username", call.caller().account());
    copy(body, "infos", operation, "info");
    ObjectNode retry = operation.putObject("retry");
    JsonNode wanted =
        Json.has(body, "retryStrategy")
            ? body.path("retryStrategy")
            : Json.at(app.spec(), "syncPolicy", "retry");
    JsonPatch.merge(retry, wanted);
    return operation;
  }

  // A name that looks like a commit is believed here, and looked for only when it is synced.
  private Revisions resolved(JsonNode body, TrackedApplication app) throws Refusal {
    List<String> shas = new ArrayList<>();
    List<JsonNode> sources = app.sources();
    for (int i = 0; i < sources.size(); i++) {
      String asked = asked(body, app, i);
      String revision = asked.isEmpty() ? Json.text(sources.get(i), "targetRevision") : asked;
      boolean sha = RevisionNames.isFullSha(revision) || RevisionNames.isShortSha(revision);
      shas.add(sha ? revision : Revisions.resolve(plane.repositories(), sources.get(i), revision));
    }
    return new Revisions(shas);
  }

  private static void copy(JsonNode from, String key, ObjectNode to, String newKey) {
    if (Json.has(from, key) && !from.path(key).isEmpty()) {
      to.set(newKey, Json.withoutZeros(from.path(key)));
    }
  }
}
