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
  private final ApplicationAccess door;

  ApplicationViews(ControlPlane plane, FakeAccess access) {
    this.plane = plane;
    this.door = new ApplicationAccess(plane, access);
  }

  void addTo(Router router) {
    router.add("GET", BASE + "resource-tree", call -> tree(door.open(call, "get")));
    router.add("GET", BASE + "managed-resources", this::managed);
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
      node.put("createdAt", Json.text(app.metadata(), "creationTimestamp"));
      if (Json.text(resource, "kind").equals("Deployment")) {
        node.set("health", app.status().path("health").deepCopy());
        ObjectNode replicas = identity(resource).put("kind", "ReplicaSet");
        replicas.put("name", app.name() + "-1").put("uid", "uid-ReplicaSet");
        replicas.putArray("parentRefs").add(identity(resource).put("uid", "uid-Deployment"));
        nodes.add(replicas);
      }
      nodes.add(node);
    }
    app.made.forEach(object -> nodes.add(MadeObject.node(object)));
    tree.put("shardsCount", 1);
    return tree;
  }

  private JsonNode managed(ApiCall call) throws Refusal {
    TrackedApplication app = door.open(call, "get");
    ArrayNode items = Json.array();
    if (app.managed.isEmpty()) {
      app.objects().forEach(resource -> items.add(shown(resource)));
    } else {
      app.managed.forEach(object -> items.add(object.shown()));
    }
    ObjectNode list = Json.object();
    if (!items.isEmpty()) {
      list.set("items", items);
    }
    return FieldFilter.of(call.query()).of(list);
  }

  private static ObjectNode shown(JsonNode resource) {
    boolean synced = Json.text(resource, "status").equals("Synced");
    String target = state(resource, "desired");
    return new ManagedState(target, synced ? target : state(resource, "other")).shown();
  }

  private static String state(JsonNode resource, String content) {
    String group = Json.text(resource, "group");
    ObjectNode state = Json.object().put("apiVersion", group.isEmpty() ? "v1" : group + "/v1");
    ObjectNode metadata = state.put("kind", Json.text(resource, "kind")).putObject("metadata");
    metadata.put("name", Json.text(resource, "name"));
    Json.putText(metadata, "namespace", Json.text(resource, "namespace"));
    metadata.put("resourceVersion", "1");
    state.putObject("data").put("content", content);
    return state.toString();
  }

  private JsonNode events(TrackedApplication app) {
    ObjectNode list = Json.object();
    list.putObject("metadata").put("resourceVersion", plane.resourceVersion());
    ArrayNode items = Json.array();
    app.events().forEach(event -> items.add(event.deepCopy()));
    list.set("items", Json.itemsOf(items));
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
    return answer.put("canSync", rules.letThrough(true));
  }

  private JsonNode revision(ApiCall call) throws Refusal {
    TrackedApplication app = door.open(call, "get");
    String asked = call.variable("revision");
    List<JsonNode> sources = app.sources();
    // Without an index it is the first source, whatever the revision is of.
    int index = Integer.parseInt("0" + call.query().first("sourceIndex"));
    String repository = Json.text(sources.get(Math.min(index, sources.size() - 1)), "repoURL");
    if (!RevisionNames.isFullSha(asked) && !RevisionNames.isShortSha(asked)) {
      throw new Refusal(GrpcCode.UNKNOWN, "revision " + asked + " must be resolved");
    }
    String sha = plane.repositories().resolve(repository, asked).orElse(asked);
    if (!plane.repositories().knows(repository, sha)) {
      throw new Refusal(
          GrpcCode.UNKNOWN, "error acquiring repo lock: " + Revisions.notThere(asked));
    }
    ObjectNode metadata = Json.object().put("author", "Dana <dana@example.com>");
    return metadata.put("date", plane.now()).put("message", "Commit " + sha.substring(0, 7));
  }

  private JsonNode actions(ApiCall call) throws Refusal {
    requireResource(call, door.open(call, "get"));
    ObjectNode answer = Json.object();
    ArrayNode actions = answer.putArray("actions");
    if (call.query().first("kind").equals("Deployment")) {
      actions.addObject().put("name", "pause");
      actions.addObject().put("name", "restart");
      actions.addObject().put("name", "resume").put("disabled", true);
    }
    return answer;
  }

  private static void requireResource(ApiCall call, TrackedApplication app) throws Refusal {
    String kind = call.query().first("kind");
    String name = call.query().first("resourceName");
    for (JsonNode resource : app.status().path("resources")) {
      boolean named = name.isEmpty() || Json.text(resource, "name").equals(name);
      if (named && Json.text(resource, "kind").equals(kind)) {
        return;
      }
    }
    throw new Refusal(
        GrpcCode.INVALID_ARGUMENT,
        "%s %s %s not found as part of application %s"
            .formatted(kind, call.query().first("group"), name, app.name()));
  }

  private JsonNode runAction(ApiCall call) throws Refusal {
    String kind = call.field("group") + "/" + call.field("kind") + "/" + call.field("action");
    TrackedApplication app = door.open(call, "get");
    door.require(call, app, "action/" + kind);
    app.event("ResourceActionRan", "ran action " + kind, plane.now());
    return Json.object();
  }
}
