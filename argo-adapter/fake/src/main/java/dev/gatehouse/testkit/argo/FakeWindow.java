package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A sync window of a project that a test opens and closes by hand; thread-safe. */
public final class FakeWindow {
  private final ServerState state;
  private final ObjectNode json;
  private boolean active;

  /** Whether syncs are allowed or denied while it is active. */
  public enum Kind {
    /** Closes everything outside of it. */
    ALLOW("allow"),
    /** Wins over every allow. */
    DENY("deny");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }
  }

  FakeWindow(ServerState state, ObjectNode json) {
    this.state = state;
    this.json = json;
  }

  FakeWindow(
      ServerState state,
      ObjectNode json,
      Kind kind,
      String schedule,
      String duration,
      List<String> applications) {
    this(state, json);
    json.put("kind", kind.wire).put("schedule", schedule).put("duration", duration);
    ArrayNode names = json.putArray("applications");
    applications.forEach(names::add);
  }

  /** Opens or closes the window now. */
  public FakeWindow active(boolean isActive) {
    state.run(() -> active = isActive);
    return this;
  }

  /** Lets manual syncs through although the window would hold them. */
  public FakeWindow manualSync() {
    state.run(() -> json.put("manualSync", true));
    return this;
  }

  boolean isActive() {
    return active;
  }

  boolean denies() {
    return Json.text(json, "kind").equals(Kind.DENY.wire);
  }

  boolean letsManualSyncThrough() {
    return json.path("manualSync").asBoolean();
  }

  boolean covers(TrackedApplication app) {
    return covers("applications", app.name())
        || covers("namespaces", Json.text(app.json(), "spec", "destination", "namespace"))
        || covers("clusters", Json.text(app.json(), "spec", "destination", "server"));
  }

  private boolean covers(String list, String value) {
    for (var glob : json.path(list)) {
      if (Globs.of(glob.asText()).matcher(value).matches()) {
        return true;
      }
    }
    return false;
  }

  ObjectNode json() {
    return json;
  }

  /** Returns the four fields that the application's own view of windows has. */
  ObjectNode brief() {
    ObjectNode brief = Json.object();
    brief.put("kind", Json.text(json, "kind"));
    brief.put("schedule", Json.text(json, "schedule"));
    brief.put("duration", Json.text(json, "duration"));
    brief.put("manualSync", letsManualSyncThrough());
    return brief;
  }
}
