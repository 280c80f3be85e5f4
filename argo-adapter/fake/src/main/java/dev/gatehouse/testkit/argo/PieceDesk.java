package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Serves what comes piece by piece and is no stream of applications: trees, application sets, logs.
 */
final class PieceDesk {
  private final ControlPlane plane;
  private final FakeAccess access;
  private final ApplicationAccess door;
  private final FakeLogs logs;
  private final List<ObjectNode> applicationSets;
  private final Router router = new Router();
  private final List<PieceStream> open = new CopyOnWriteArrayList<>();

  PieceDesk(
      ControlPlane plane, FakeAccess access, FakeLogs logs, List<ObjectNode> applicationSets) {
    this.plane = plane;
    this.access = access;
    this.door = new ApplicationAccess(plane, access);
    this.logs = logs;
    this.applicationSets = applicationSets;
    router.add("GET", "/api/v1/stream/applications/{name}/resource-tree", this::tree);
    router.add("GET", "/api/v1/stream/applicationsets", this::sets);
    router.add("GET", "/api/v1/applications/{name}/logs", this::log);
  }

  /** Finds the route of a path below the root path. */
  Optional<Router.Match> find(String method, String path) {
    return router.find(method, path);
  }

  List<PieceStream> open() {
    return open;
  }

  void serve(ApiCall call, Router.Match match, HttpConnection connection)
      throws IOException, InterruptedException {
    PieceStream stream = new PieceStream(connection, call.http());
    try {
      begin(call, match, stream);
    } catch (Refusal refusal) {
      connection.send(StreamFrames.of(call.http()).refusal(refusal), false);
      return;
    }
    Thread peer = new Thread(stream::watchPeer, "fake-argo-cd-peer");
    peer.setDaemon(true);
    peer.start();
    try {
      stream.serve();
    } finally {
      plane.run(
          () -> {
            open.remove(stream);
            plane.signal();
          });
    }
  }

  private void begin(ApiCall call, Router.Match match, PieceStream stream)
      throws Refusal, InterruptedException {
    boolean stays =
        call.http().path().contains("/stream/") || call.query().first("follow").equals("true");
    plane.lock();
    try {
      match.endpoint().answer(call).forEach(stream::tell);
      if (stays) {
        open.add(stream);
        plane.signal();
      } else {
        stream.end();
      }
    } finally {
      plane.unlock();
    }
  }

  // The real one sends no tree before the first change.
  private JsonNode tree(ApiCall call) throws Refusal {
    door.open(call, "get");
    return Json.array();
  }

  // The real one begins with what is there only where one is named.
  private JsonNode sets(ApiCall call) {
    ArrayNode first = Json.array();
    String name = call.query().first("name");
    for (ObjectNode set : applicationSets) {
      if (Json.text(set, "metadata", "name").equals(name)) {
        ObjectNode event = first.addObject().put("type", "ADDED");
        event.set("applicationSet", set);
      }
    }
    return first;
  }

  private JsonNode log(ApiCall call) throws Refusal {
    TrackedApplication app = door.open(call, "get");
    access.require(call.caller(), "logs", "get", app.rbacName());
    List<ObjectNode> lines = new ArrayList<>(logs.lines(app.name(), call.query()));
    if (logs.hasPods(app.name()) && !call.query().first("follow").equals("true")) {
      lines.add(Json.object().put("content", "").put("last", true).put("podName", ""));
    }
    return Json.array().addAll(lines);
  }
}
