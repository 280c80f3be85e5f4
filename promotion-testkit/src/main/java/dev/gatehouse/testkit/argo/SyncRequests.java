package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes an operation out of a sync request; refuses what the server refuses, in its order. */
final class SyncRequests {
  private final ControlPlane plane;
  private final ApplicationDoor door;

  SyncRequests(ControlPlane plane, ApplicationDoor door) {
    this.plane = plane;
    this.door = door;
  }

  void check(ApiCall call, TrackedApplication app) throws Refusal {
    door.require(call, app, "sync");
    if (needsOverride(call, app)) {
      door.require(call, app, "override");
    }
    if (!WindowRules.of(plane, app).letThrough(true)) {
      throw new Refusal(GrpcCode.PERMISSION_DENIED, "cannot sync: blocked by sync window");
    }
    if (app.isDeleting()) {
      throw new Refusal(GrpcCode.FAILED_PRECONDITION, "application is deleting");
    }
    if (app.isAutomated() && !call.body().path("dryRun").asBoolean()) {
      if (call.body().path("manifests").size() > 0) {
        throw new Refusal(
            GrpcCode.FAILED_PRECONDITION,
            "cannot use local sync when Automatic Sync Policy is enabled unless for dry run");
      }
      requireTargetRevision(call.body(), app);
    }
  }

  private boolean needsOverride(ApiCall call, TrackedApplication app) {
    return call.body().path("manifests").size() > 0
        || (plane.revisionsNeedOverride() && otherThanTarget(call.body(), app).isPresent());
  }

  private record Other(String asked, String target) {}

  private static Optional<Other> otherThanTarget(JsonNode body, TrackedApplication app) {
    List<JsonNode> sources = app.sources();
    for (int i = 0; i < sources.size(); i++) {
      String asked = asked(body, app, i);
      String target = Json.text(sources.get(i), "targetRevision");
      if (!asked.isEmpty() && !asked.equals(target.isEmpty() ? "HEAD" : target)) {
        return Optional.of(new Other(asked, target));
      }
    }
    return Optional.empty();
  }

  private static void requireTargetRevision(JsonNode body, TrackedApplication app) throws Refusal {
    Other other = otherThanTarget(body, app).orElse(null);
    if (other != null) {
      throw new Refusal(
          GrpcCode.FAILED_PRECONDITION,
          "Cannot sync to " + other.asked() + ": auto-sync currently set to " + other.target());
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
    if (body.path("sourcePositions").size() != body.path("revisions").size()) {
      // The real server runs over the end of the shorter list.
      throw new Refusal(GrpcCode.INTERNAL, "runtime error: index out of range");
    }
    ObjectNode operation = Json.object();
    ObjectNode sync = operation.putObject("sync");
    resolved(body, app).into(sync, app.isMultiSource());
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

  private Revisions resolved(JsonNode body, TrackedApplication app) throws Refusal {
    List<String> shas = new ArrayList<>();
    List<JsonNode> sources = app.sources();
    for (int i = 0; i < sources.size(); i++) {
      String asked = asked(body, app, i);
      String revision = asked.isEmpty() ? Json.text(sources.get(i), "targetRevision") : asked;
      shas.add(Revisions.resolve(plane.repositories(), sources.get(i), revision));
    }
    return new Revisions(shas);
  }

  private static void copy(JsonNode from, String key, ObjectNode to, String newKey) {
    if (Json.has(from, key) && !from.path(key).isEmpty()) {
      to.set(newKey, from.path(key).deepCopy());
    }
  }
}
