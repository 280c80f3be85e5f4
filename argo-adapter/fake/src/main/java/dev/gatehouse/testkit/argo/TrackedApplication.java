package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An Application and what only the controller knows about it; guarded by the control plane. */
final class TrackedApplication {
  static final String REFRESH = "argocd.argoproj.io/refresh";
  static final String HYDRATE = "argocd.argoproj.io/hydrate";
  static final String SKIP = "argocd.argoproj.io/skip-reconcile";

  private final ObjectNode json;
  private final List<ObjectNode> events = new ArrayList<>();

  /** What is live in the cluster; empty for nothing. */
  String live = "";

  /** Whether someone has changed live objects by hand. */
  boolean drifted;

  /** Whether it was compared since its last operation ended. */
  boolean comparedSince;

  /** Whether the controller has noticed a reason to compare again. */
  boolean compareWanted;

  /** What the operation under way works on, before it shows any of it. */
  Optional<ObjectNode> result = Optional.empty();

  /** Whether its health stays as a test has set it, whatever is synced. */
  boolean healthHeld;

  /** What every full sync runs besides applying. */
  List<FakeHook> hooks = List.of();

  /** What a test wants to be shown as managed; empty for what follows from the status. */
  List<ManagedState> managed = List.of();

  /** What controllers in the cluster have created for its objects; shown in its tree. */
  List<ObjectNode> made = List.of();

  /** How many more reads show things as they are, before the autopilot acts; none if negative. */
  int readsLeft = -1;

  TrackedApplication(ObjectNode json) {
    this.json = json;
  }

  ObjectNode json() {
    return json;
  }

  String name() {
    return Json.text(json, "metadata", "name");
  }

  String namespace() {
    return Json.text(json, "metadata", "namespace");
  }

  String project() {
    String project = Json.text(json, "spec", "project");
    return project.isEmpty() ? "default" : project;
  }

  /** Returns the name under which RBAC knows it. */
  String rbacName() {
    String prefix = namespace().equals("argocd") ? "" : namespace() + "/";
    return project() + "/" + prefix + name();
  }

  ObjectNode metadata() {
    return Json.child(json, "metadata");
  }

  ObjectNode spec() {
    return Json.child(json, "spec");
  }

  ObjectNode status() {
    return Json.child(json, "status");
  }

  Optional<ObjectNode> operation() {
    return json.get("operation") instanceof ObjectNode there
        ? Optional.of(there)
        : Optional.empty();
  }

  Optional<ObjectNode> operationState() {
    return status().get("operationState") instanceof ObjectNode there
        ? Optional.of(there)
        : Optional.empty();
  }

  /** Returns what its status lists, without the hooks that are there from a sync. */
  List<ObjectNode> objects() {
    List<ObjectNode> objects = new ArrayList<>();
    for (JsonNode resource : status().path("resources")) {
      if (!resource.path("hook").asBoolean()) {
        objects.add((ObjectNode) resource);
      }
    }
    return objects;
  }

  boolean isDeleting() {
    return Json.has(json, "metadata", "deletionTimestamp");
  }

  boolean isMultiSource() {
    return Json.at(json, "spec", "sources").size() > 0;
  }

  List<JsonNode> sources() {
    List<JsonNode> all = new ArrayList<>();
    if (isMultiSource()) {
      Json.at(json, "spec", "sources").forEach(all::add);
    } else {
      all.add(Json.at(json, "spec", "source"));
    }
    return all;
  }

  /** Whether the server itself starts operations. */
  boolean isAutomated() {
    return Json.has(json, "spec", "syncPolicy", "automated")
        && Json.at(json, "spec", "syncPolicy", "automated", "enabled").asBoolean(true);
  }

  boolean heals() {
    return isAutomated()
        && Json.at(json, "spec", "syncPolicy", "automated", "selfHeal").asBoolean();
  }

  String annotation(String key) {
    return Json.text(json, "metadata", "annotations", key);
  }

  void annotate(String key, String value) {
    Json.child(metadata(), "annotations").put(key, value);
  }

  void removeAnnotation(String key) {
    ObjectNode annotations = Json.child(metadata(), "annotations");
    annotations.remove(key);
    if (annotations.isEmpty()) {
      metadata().remove("annotations");
    }
  }

  /** Sets or, with an empty message, removes the condition of this type. */
  void condition(String type, String message, String now) {
    ArrayNode kept = Json.array();
    Json.at(json, "status", "conditions")
        .forEach(
            condition -> {
              if (!Json.text(condition, "type").equals(type)) {
                kept.add(condition);
              }
            });
    if (!message.isEmpty()) {
      kept.addObject().put("type", type).put("message", message).put("lastTransitionTime", now);
    }
    if (kept.isEmpty()) {
      status().remove("conditions");
    } else {
      status().set("conditions", kept);
    }
  }

  List<ObjectNode> events() {
    return events;
  }

  void event(String reason, String message, String now) {
    ObjectNode event = Json.object();
    ObjectNode metadata = event.putObject("metadata").put("name", name() + "." + events.size());
    metadata.put("namespace", namespace()).put("creationTimestamp", now);
    event.put("reason", reason).put("message", message).put("type", "Normal");
    event.put("firstTimestamp", now).put("lastTimestamp", now).put("count", 1);
    event.putObject("involvedObject").put("kind", "Application").put("name", name());
    events.add(event);
  }
}
