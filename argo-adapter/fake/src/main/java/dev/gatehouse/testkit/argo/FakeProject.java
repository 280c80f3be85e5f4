package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An AppProject with its sync windows; thread-safe. */
public final class FakeProject {
  private final ServerState state;
  private final ObjectNode json = Json.object();
  private final List<FakeWindow> windows = new ArrayList<>();

  FakeProject(String name, ServerState state) {
    this.state = state;
    ObjectNode metadata = json.putObject("metadata");
    metadata.put("name", name).put("namespace", "argocd").put("uid", "project-" + name);
    metadata.put("resourceVersion", state.nextVersion()).put("creationTimestamp", state.now());
    metadata.put("generation", 1);
    ObjectNode spec = json.putObject("spec");
    spec.putArray("sourceRepos").add("*");
    spec.putArray("destinations").addObject().put("server", "*").put("namespace", "*");
    json.putObject("status");
  }

  /**
   * Adds a window, inactive until {@link FakeWindow#active} says otherwise: this server reads no
   * schedules.
   *
   * @param kind allow or deny
   * @param schedule as it is shown
   * @param duration as it is shown
   * @param applications globs of application names
   */
  public FakeWindow addWindow(
      FakeWindow.Kind kind, String schedule, String duration, String... applications) {
    return state.locked(
        () -> {
          ObjectNode entry = Json.list(Json.child(json, "spec"), "syncWindows").addObject();
          FakeWindow window =
              new FakeWindow(state, entry, kind, schedule, duration, List.of(applications));
          windows.add(window);
          changed();
          return window;
        });
  }

  /** Changes the object as kubectl would. */
  public void edit(Consumer<ObjectNode> change) {
    state.run(
        () -> {
          change.accept(json);
          changed();
        });
  }

  private void changed() {
    Json.child(json, "metadata").put("resourceVersion", state.nextVersion());
  }

  ObjectNode json() {
    return json;
  }

  String name() {
    return Json.text(json, "metadata", "name");
  }

  List<FakeWindow> windows() {
    return windows;
  }

  void replace(ObjectNode project) {
    json.set("spec", project.path("spec").deepCopy());
    windows.clear();
    Json.at(json, "spec", "syncWindows")
        .forEach(
            entry -> {
              if (entry instanceof ObjectNode window) {
                windows.add(new FakeWindow(state, window));
              }
            });
    changed();
  }
}
