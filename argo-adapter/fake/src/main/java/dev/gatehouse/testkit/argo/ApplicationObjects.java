package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.testkit.argo.ApplicationSeed.SourceSeed;
import dev.gatehouse.testkit.argo.ApplicationSeed.SyncMode;
import java.util.List;

/** Makes Application objects; called with the lock held. */
final class ApplicationObjects {
  private final ControlPlane plane;
  private final Controller controller;

  ApplicationObjects(ControlPlane plane, Controller controller) {
    this.plane = plane;
    this.controller = controller;
  }

  /** Adds an application as its seed says. */
  void plant(ApplicationSeed seed) throws Refusal {
    ObjectNode json = Json.object();
    ObjectNode metadata = json.putObject("metadata");
    metadata.put("name", seed.name()).put("namespace", seed.namespace());
    fill(metadata, seed);
    ObjectNode spec = json.putObject("spec").put("project", seed.project());
    spec.putObject("destination")
        .put("server", "https://kubernetes.default.svc")
        .put("namespace", seed.name());
    List<ObjectNode> sources = seed.sources().stream().map(this::source).toList();
    if (sources.size() == 1) {
      spec.set("source", sources.get(0));
    } else {
      ArrayNode several = spec.putArray("sources");
      sources.forEach(several::add);
    }
    policy(spec, seed.sync());
    plane.project(seed.project());
    TrackedApplication app = admit(json);
    FirstStatus.describe(app, plane.now());
    if (seed.deployed()) {
      deploy(app);
    } else {
      controller.compare(app);
    }
  }

  private static void fill(ObjectNode metadata, ApplicationSeed seed) {
    if (!seed.labels().isEmpty()) {
      seed.labels().forEach(metadata.putObject("labels")::put);
    }
    if (!seed.annotations().isEmpty()) {
      seed.annotations().forEach(metadata.putObject("annotations")::put);
    }
  }

  private ObjectNode source(SourceSeed seed) {
    plane.repositories().ensure(seed.repository(), seed.targetRevision());
    ObjectNode source = Json.object().put("repoURL", seed.repository()).put("path", seed.path());
    return source.put("targetRevision", seed.targetRevision());
  }

  private static void policy(ObjectNode spec, SyncMode mode) {
    if (mode == SyncMode.MANUAL) {
      return;
    }
    ObjectNode automated = spec.putObject("syncPolicy").putObject("automated");
    if (mode == SyncMode.SWITCHED_OFF) {
      automated.put("enabled", false);
    } else if (mode == SyncMode.SELF_HEALING) {
      automated.put("prune", true).put("selfHeal", true);
    }
  }

  /** Takes a new object in; its status says that nothing is there yet. */
  TrackedApplication admit(ObjectNode json) {
    TrackedApplication app = new TrackedApplication(json);
    ObjectNode metadata = app.metadata();
    if (Json.text(metadata, "namespace").isEmpty()) {
      metadata.put("namespace", "argocd");
    }
    metadata.put("uid", "uid-" + app.namespace() + "-" + app.name());
    metadata.put("creationTimestamp", plane.now()).put("generation", 1);
    ObjectNode status = json.putObject("status");
    ObjectNode comparedTo = status.putObject("sync").put("status", "").putObject("comparedTo");
    comparedTo.putObject("source").put("repoURL", "");
    comparedTo.putObject("destination");
    status.putObject("health");
    status.putObject("summary");
    status.putObject("sourceHydrator");
    plane.add(app);
    return app;
  }

  // The first operation ended a minute before the test begins, and is still shown.
  private void deploy(TrackedApplication app) throws Refusal {
    ObjectNode operation = Json.object();
    ObjectNode sync = operation.putObject("sync");
    Revisions.ofSpec(plane.repositories(), app).into(sync, app.isMultiSource());
    Sources.copy(app, sync);
    operation.putObject("initiatedBy").put("username", "admin");
    operation.putObject("retry");
    app.json().set("operation", operation);
    controller.operations().start(app);
    controller.operations().finish(app, "Succeeded", "");
    String earlier = plane.instant().minusSeconds(60).toString();
    app.operationState().orElseThrow().put("startedAt", earlier).put("finishedAt", earlier);
    ((ObjectNode) app.status().path("history").path(0))
        .put("deployStartedAt", earlier)
        .put("deployedAt", earlier);
    controller.compare(app);
    Json.child(app.status(), "health").put("status", "Healthy");
    app.events().clear();
    plane.touched(app);
  }
}
