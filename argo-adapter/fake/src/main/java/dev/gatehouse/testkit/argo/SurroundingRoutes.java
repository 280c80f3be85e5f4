package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Manifests, single objects, and what surrounds projects and application sets. */
final class SurroundingRoutes {
  private static final String APPLICATION = "/api/v1/applications/{name}/";
  private final ControlPlane plane;
  private final FakeAccess access;
  private final ApplicationAccess door;
  private final List<ObjectNode> applicationSets;

  SurroundingRoutes(ControlPlane plane, FakeAccess access, List<ObjectNode> applicationSets) {
    this.plane = plane;
    this.access = access;
    this.door = new ApplicationAccess(plane, access);
    this.applicationSets = applicationSets;
  }

  void addTo(Router router) {
    router.add("GET", APPLICATION + "manifests", this::manifests);
    router.add("GET", APPLICATION + "resource", this::resource);
    router.add("GET", "/api/v1/projects/{project}/detailed", this::detailed);
    router.add("GET", "/api/v1/projects/{project}/events", this::projectEvents);
    router.add("GET", "/api/v1/projects/{project}/links", this::projectLinks);
    router.add("GET", "/api/v1/applicationsets/{name}/resource-tree", this::tree);
    router.add("GET", "/api/v1/applicationsets/{name}/events", this::setEvents);
  }

  private JsonNode manifests(ApiCall call) throws Refusal {
    TrackedApplication app = door.open(call, "get");
    int sources = app.sources().size();
    for (String position : call.query().all("sourcePositions")) {
      if (Long.parseLong(position) < 1 || Long.parseLong(position) > sources) {
        throw new Refusal(
            GrpcCode.UNKNOWN, "error getting manifests: source position is out of range");
      }
    }
    ObjectNode answer = Json.object();
    ArrayNode manifests = answer.putArray("manifests");
    app.status().path("resources").forEach(resource -> manifests.add(manifest(resource)));
    return answer;
  }

  private static String manifest(JsonNode resource) {
    ObjectNode object = Json.object().put("kind", Json.text(resource, "kind"));
    object
        .putObject("metadata")
        .put("name", Json.text(resource, "name"))
        .put("namespace", Json.text(resource, "namespace"));
    return object.toString();
  }

  private JsonNode resource(ApiCall call) throws Refusal {
    TrackedApplication app = door.open(call, "get");
    String kind = call.query().first("kind");
    String name = call.query().first("resourceName");
    for (JsonNode resource : app.status().path("resources")) {
      if (Json.text(resource, "kind").equals(kind) && Json.text(resource, "name").equals(name)) {
        return Json.object().put("manifest", manifest(resource));
      }
    }
    for (ObjectNode made : app.made) {
      if (Json.text(made, "kind").equals(kind)
          && Json.text(made, "metadata", "name").equals(name)) {
        return Json.object().put("manifest", made.toString());
      }
    }
    throw new Refusal(
        GrpcCode.INVALID_ARGUMENT,
        "%s %s %s not found as part of application %s"
            .formatted(kind, call.query().first("group"), name, app.name()));
  }

  private FakeProject project(ApiCall call) throws Refusal {
    String name = call.variable("project");
    access.require(call.caller(), "projects", "get", name);
    if (!plane.hasProject(name)) {
      throw Refusal.notFound("appprojects", name);
    }
    return plane.project(name);
  }

  private JsonNode detailed(ApiCall call) throws Refusal {
    ObjectNode answer = Json.object();
    answer.set("project", project(call).json());
    return answer;
  }

  private ObjectNode set(ApiCall call) throws Refusal {
    for (ObjectNode set : applicationSets) {
      if (Json.text(set, "metadata", "name").equals(call.variable("name"))) {
        return set;
      }
    }
    throw Refusal.notFound("applicationsets", call.variable("name"));
  }

  private JsonNode tree(ApiCall call) throws Refusal {
    ObjectNode answer = Json.object();
    ArrayNode nodes = answer.putArray("nodes");
    for (JsonNode step : Json.at(set(call), "status", "applicationStatus")) {
      nodes
          .addObject()
          .put("group", "argoproj.io")
          .put("kind", "Application")
          .put("name", Json.text(step, "application"));
    }
    return answer;
  }

  private JsonNode projectEvents(ApiCall call) throws Refusal {
    project(call);
    return nothing();
  }

  private JsonNode setEvents(ApiCall call) throws Refusal {
    set(call);
    return nothing();
  }

  private static JsonNode nothing() {
    ObjectNode list = Json.object();
    list.putObject("metadata");
    list.putNull("items");
    return list;
  }

  // A server without links says nothing at all.
  private JsonNode projectLinks(ApiCall call) throws Refusal {
    project(call);
    return Json.object();
  }
}
