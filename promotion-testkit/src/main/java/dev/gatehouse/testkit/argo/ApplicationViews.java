package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What else can be read about an application: simple, but true to its state. */
final class ApplicationViews {
  private static final String BASE = "/api/v1/applications/{name}/";
  private static final List<String> IDENTITY =
      List.of("group", "version", "kind", "namespace", "name");

  private final ControlPlane plane;
  private final ApplicationDoor door;

  ApplicationViews(ControlPlane plane, FakeAccess access) {
    this.plane = plane;
    this.door = new ApplicationDoor(plane, access);
  }

  void addTo(Router router) {
    router.add("GET", BASE + "resource-tree", call -> tree(door.open(call, "get")));
    router.add("GET", BASE + "managed-resources", call -> managed(door.open(call, "get")));
    router.add("GET", BASE + "events", call -> events(door.open(call, "get")));
    router.add("GET", BASE + "syncwindows", call -> windows(door.open(call, "get")));
    router.add("GET", BASE + "revisions/{revision}/metadata", this::revision);
    router.add("GET", BASE + "resource/actions", this::actions);
    router.add("POST", BASE + "resource/actions/v2", this::runAction);
    router.add("GET", BASE + "links", call -> items(door.open(call, "get")));
  }

  private static JsonNode items(TrackedApplication app) {
    ObjectNode list = Json.object();
    list.putArray("items")
        .addObject()
        .put("title", "Runbook")
        .put("url", "https://docs.example.com/" + app.name());
    return list;
  }

  private static ObjectNode identity(JsonNode resource) {
    ObjectNode one = Json.object();
    for (String key : IDENTITY) {
      Json.putText(one, key, Json.text(resource, key));
    }
    return one;
  }

  private static JsonNode tree(TrackedApplication app) {
    ObjectNode tree = Json.object();
    ArrayNode nodes = tree.putArray("nodes");
    for (JsonNode resource : app.status().path("resources")) {
      ObjectNode node = identity(resource).put("uid", "uid-" + Json.text(resource, "kind"));
      node.put("resourceVersion", Json.text(app.metadata(), "resourceVersion"));
      if (Json.text(resource, "kind").equals("Deployment")) {
        node.set("health", app.status().path("health").deepCopy());
        ObjectNode replicas = identity(resource).put("kind", "ReplicaSet");
        replicas.put("name", app.name() + "-1").put("uid", "uid-ReplicaSet");
        replicas.putArray("parentRefs").add(identity(resource).put("uid", "uid-Deployment"));
        nodes.add(replicas);
      }
      nodes.add(node);
    }
    tree.put("shardsCount", 1);
    return tree;
  }

  private static JsonNode managed(TrackedApplication app) {
    ObjectNode list = Json.object();
    ArrayNode items = list.putArray("items");
    if (!app.managed.isEmpty()) {
      app.managed.forEach(object -> items.add(object.shown()));
      return list;
    }
    for (JsonNode resource : app.status().path("resources")) {
      boolean synced = Json.text(resource, "status").equals("Synced");
      String target = state(resource, "desired");
      String live = synced ? target : state(resource, "other");
      ObjectNode item = identity(resource).put("targetState", target).put("liveState", live);
      item.put("normalizedLiveState", live).put("predictedLiveState", target);
      if (!synced) {
        item.put("modified", true);
      }
      items.add(item);
    }
    return list;
  }

  private static String state(JsonNode resource, String content) {
    ObjectNode state = Json.object().put("kind", Json.text(resource, "kind"));
    state.putObject("metadata").put("name", Json.text(resource, "name"));
    state.putObject("data").put("content", content);
    return state.toString();
  }

  private static JsonNode events(TrackedApplication app) {
    ObjectNode list = Json.object();
    list.putObject("metadata");
    ArrayNode items = list.putArray("items");
    app.events().forEach(event -> items.add(event.deepCopy()));
    return list;
  }

  private JsonNode windows(TrackedApplication app) {
    WindowRules rules = WindowRules.of(plane, app);
    ObjectNode answer = Json.object();
    if (!rules.active().isEmpty()) {
      ArrayNode active = answer.putArray("activeWindows");
      rules.active().forEach(window -> active.add(window.brief()));
    }
    if (!rules.assigned().isEmpty()) {
      ArrayNode assigned = answer.putArray("assignedWindows");
      rules.assigned().forEach(window -> assigned.add(window.brief()));
    }
    if (rules.letThrough(true)) {
      answer.put("canSync", true);
    }
    return answer;
  }

  private JsonNode revision(ApiCall call) throws Refusal {
    TrackedApplication app = door.open(call, "get");
    String revision = call.variable("revision");
    boolean known =
        app.sources().stream()
            .anyMatch(s -> plane.repositories().knows(Json.text(s, "repoURL"), revision));
    if (!known) {
      throw new Refusal(GrpcCode.UNKNOWN, "error getting revision metadata: unknown " + revision);
    }
    ObjectNode metadata = Json.object().put("author", "Dana <dana@example.com>");
    return metadata.put("date", plane.now()).put("message", "Commit " + revision.substring(0, 7));
  }

  private JsonNode actions(ApiCall call) throws Refusal {
    door.open(call, "get");
    ObjectNode answer = Json.object();
    ArrayNode actions = answer.putArray("actions");
    if (call.query().first("kind").equals("Deployment")) {
      actions.addObject().put("name", "pause");
      actions.addObject().put("name", "restart");
      actions.addObject().put("name", "resume").put("disabled", true);
    }
    return answer;
  }

  private JsonNode runAction(ApiCall call) throws Refusal {
    String kind = call.field("group") + "/" + call.field("kind") + "/" + call.field("action");
    TrackedApplication app = door.open(call, "get");
    door.require(call, app, "action/" + kind);
    app.event("ResourceActionRan", "ran action " + kind, plane.now());
    return Json.object();
  }
}
