package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/** Getting and listing applications. */
final class ApplicationReads {
  private static final Duration AS_GOOD_AS_FOR_EVER = Duration.ofDays(365);

  private final ControlPlane plane;
  private final FakeAccess access;
  private final ApplicationAccess door;
  private final Controller controller;
  private final Autopilot autopilot;

  ApplicationReads(
      ControlPlane plane, FakeAccess access, Controller controller, Autopilot autopilot) {
    this.plane = plane;
    this.access = access;
    this.door = new ApplicationAccess(plane, access);
    this.controller = controller;
    this.autopilot = autopilot;
  }

  void addTo(Router router) {
    router.add("GET", "/api/v1/applications", this::list);
    router.add("GET", "/api/v1/applications/{name}", this::get);
  }

  private JsonNode get(ApiCall call) throws Refusal, InterruptedException {
    TrackedApplication app = door.open(call, "get");
    autopilot.beforeRead(app);
    String refresh = call.query().first("refresh");
    if (!refresh.isEmpty()) {
      refresh(call, app, refresh.equals("hard") ? "hard" : "normal");
    }
    return ShownApplication.of(app);
  }

  // Any text but the empty one asks for a refresh, "false" included.
  private void refresh(ApiCall call, TrackedApplication app, String kind)
      throws Refusal, InterruptedException {
    app.annotate(TrackedApplication.REFRESH, kind);
    app.annotate(TrackedApplication.HYDRATE, kind);
    plane.touched(app);
    if (autopilot.isOn()) {
      controller.compare(app);
      autopilot.nudge(app);
    }
    boolean done =
        plane.await(
            () -> app.annotation(TrackedApplication.REFRESH).isEmpty(),
            GrpcTimeout.of(call.http()).orElse(AS_GOOD_AS_FOR_EVER));
    if (!done) {
      throw GrpcTimeout.expired();
    }
  }

  private JsonNode list(ApiCall call) throws Refusal {
    ApplicationFilter filter = ApplicationFilter.of(call.query());
    Projection projection = Projection.of(call.query());
    List<TrackedApplication> found =
        plane.applications().stream()
            .filter(filter::lets)
            .filter(app -> access.may(call.caller(), "applications", "get", app.rbacName()))
            .toList();
    ObjectNode list = Json.object();
    list.putObject("metadata").put("resourceVersion", plane.resourceVersion());
    ArrayNode items = Json.array();
    for (TrackedApplication app : found) {
      autopilot.beforeRead(app);
      items.add(projection.isEmpty() ? app.json() : projection.of(app.json(), "items."));
    }
    list.set("items", Json.itemsOf(items));
    return list;
  }
}
