package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Version, settings, projects, clusters and application sets. */
final class PlatformRoutes {
  private static final String IN_CLUSTER = "https://kubernetes.default.svc";

  private final ControlPlane plane;
  private final FakeAccess access;
  private final List<ObjectNode> applicationSets = new ArrayList<>();

  PlatformRoutes(ControlPlane plane, FakeAccess access) {
    this.plane = plane;
    this.access = access;
  }

  void addTo(Router router) {
    router.addOpen("GET", "/api/version", PlatformRoutes::version);
    router.addOpen("GET", "/api/v1/settings", PlatformRoutes::settings);
    router.add("GET", "/api/v1/projects", this::projects);
    router.add("GET", "/api/v1/projects/{project}", call -> project(call, "get").json());
    router.add("PUT", "/api/v1/projects/{project}", this::replaceProject);
    router.add("GET", "/api/v1/projects/{project}/syncwindows", this::projectWindows);
    router.add("GET", "/api/v1/clusters", this::clusters);
    router.add("GET", "/api/v1/clusters/{id}", this::cluster);
    router.add("GET", "/api/v1/applicationsets", this::sets);
    router.add("GET", "/api/v1/applicationsets/{name}", this::set);
  }

  /** Returns the sets themselves, which grow. */
  List<ObjectNode> applicationSets() {
    return applicationSets;
  }

  void addApplicationSet(ObjectNode set) {
    applicationSets.add(set);
  }

  private static JsonNode version(ApiCall call) {
    ObjectNode version = Json.object().put("Version", "v3.5.1+fake");
    if (call.caller().isSomebody()) {
      version.put("BuildDate", "2026-08-12T00:00:00Z").put("GitCommit", "109ca7ca71");
      version.put("GoVersion", "go1.26").put("Platform", "linux/amd64");
    }
    return version;
  }

  private static JsonNode settings(ApiCall call) {
    ObjectNode settings = Json.object().put("url", "https://argocd.example.com");
    settings.put("appLabelKey", "app.kubernetes.io/instance").put("trackingMethod", "annotation");
    settings.put("syncWithReplaceAllowed", true);
    if (call.caller().isSomebody()) {
      settings.put("controllerNamespace", "argocd").put("passwordPattern", "^.{8,32}$");
    }
    return settings;
  }

  private FakeProject project(ApiCall call, String action) throws Refusal {
    String name = call.variable("project");
    access.require(call.caller(), "projects", action, name);
    if (!plane.hasProject(name)) {
      throw Refusal.notFound("appprojects", name);
    }
    return plane.project(name);
  }

  private ObjectNode listOf(List<? extends JsonNode> items) {
    ObjectNode list = Json.object();
    list.putObject("metadata").put("resourceVersion", plane.resourceVersion());
    list.set("items", Json.itemsOf(Json.array().addAll(items)));
    return list;
  }

  private JsonNode projects(ApiCall call) {
    return FieldFilter.of(call.query())
        .of(
            listOf(
                plane.projects().stream()
                    .filter(p -> access.may(call.caller(), "projects", "get", p.name()))
                    .map(FakeProject::json)
                    .toList()));
  }

  private JsonNode replaceProject(ApiCall call) throws Refusal {
    FakeProject project = project(call, "update");
    if (!(call.body().path("project") instanceof ObjectNode wanted)) {
      throw new Refusal(GrpcCode.INVALID_ARGUMENT, "project is required");
    }
    String version = Json.text(wanted, "metadata", "resourceVersion");
    if (!version.equals(Json.text(project.json(), "metadata", "resourceVersion"))) {
      throw new Refusal(
          GrpcCode.ABORTED,
          "Operation cannot be fulfilled on appprojects.argoproj.io \""
              + project.name()
              + "\": the object has been modified; please apply your changes to the latest version and try again");
    }
    project.replace(wanted);
    return project.json();
  }

  // Only those that are active.
  private JsonNode projectWindows(ApiCall call) throws Refusal {
    ObjectNode answer = Json.object();
    ArrayNode windows = Json.array();
    project(call, "get").windows().stream()
        .filter(FakeWindow::isActive)
        .forEach(window -> windows.add(window.json()));
    if (!windows.isEmpty()) {
      answer.set("windows", windows);
    }
    return answer;
  }

  private ObjectNode inCluster() {
    ObjectNode cluster = Json.object().put("server", IN_CLUSTER).put("name", "in-cluster");
    cluster.put("serverVersion", "1.36");
    connected(cluster);
    ObjectNode info = cluster.putObject("info").put("serverVersion", "1.36");
    connected(info);
    ObjectNode cache = info.putObject("cacheInfo").put("resourcesCount", 100).put("apisCount", 60);
    cache.put("lastCacheSyncTime", plane.now());
    info.put("applicationsCount", plane.applications().size());
    return cluster;
  }

  private void connected(ObjectNode node) {
    ObjectNode state = node.putObject("connectionState").put("status", "Successful");
    state.put("message", "").put("attemptedAt", plane.now());
  }

  private JsonNode clusters(ApiCall call) {
    boolean may = access.may(call.caller(), "clusters", "get", IN_CLUSTER);
    ObjectNode list = listOf(may ? List.of(inCluster()) : List.of());
    list.putObject("metadata");
    return list;
  }

  private JsonNode cluster(ApiCall call) throws Refusal {
    boolean byName = call.query().first("id.type").startsWith("name");
    String expected = byName ? "in-cluster" : IN_CLUSTER;
    boolean may = access.may(call.caller(), "clusters", "get", IN_CLUSTER);
    if (!may || !call.variable("id").equals(expected)) {
      throw Refusal.permissionDenied();
    }
    return inCluster();
  }

  private boolean maySee(ApiCall call, ObjectNode set) {
    String project = Json.text(set, "spec", "template", "spec", "project");
    String object = project + "/" + Json.text(set, "metadata", "name");
    return access.may(call.caller(), "applicationsets", "get", object);
  }

  private JsonNode sets(ApiCall call) throws Refusal {
    LabelSelector selector = LabelSelector.parse(call.query().first("selector"));
    return listOf(
        applicationSets.stream()
            .filter(set -> maySee(call, set))
            .filter(set -> selector.matches(Json.at(set, "metadata", "labels")))
            .toList());
  }

  private JsonNode set(ApiCall call) throws Refusal {
    for (ObjectNode set : applicationSets) {
      if (Json.text(set, "metadata", "name").equals(call.variable("name"))) {
        if (!maySee(call, set)) {
          throw Refusal.permissionDenied();
        }
        return set;
      }
    }
    throw Refusal.notFound("applicationsets", call.variable("name"));
  }
}
