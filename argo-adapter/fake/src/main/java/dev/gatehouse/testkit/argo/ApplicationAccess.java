package dev.gatehouse.testkit.argo;

import java.util.List;

/** Lets a caller to an application, or says no in the way that depends on what was asked. */
final class ApplicationAccess {
  private final ControlPlane plane;
  private final FakeAccess access;

  ApplicationAccess(ControlPlane plane, FakeAccess access) {
    this.plane = plane;
    this.access = access;
  }

  /**
   * Returns the application that the call names.
   *
   * <p>Without a project no one may learn whether it exists: every answer is 403. With one, a
   * caller who may act in that project receives 404.
   */
  TrackedApplication open(ApiCall call, String action) throws Refusal {
    String name = call.variable("name");
    String project = project(call);
    TrackedApplication app = plane.find(call.field("appNamespace"), name);
    if (!project.isEmpty() && !mayIn(call, project, name, action)) {
      throw Refusal.permissionDenied();
    }
    if (!plane.isNamespaceEnabled(call.field("appNamespace"))) {
      throw Refusal.permissionDenied();
    }
    if (app == null) {
      throw project.isEmpty() ? Refusal.permissionDenied() : Refusal.notFound("applications", name);
    }
    boolean may = access.may(call.caller(), "applications", action, app.rbacName());
    if (project.isEmpty() && !may) {
      throw Refusal.permissionDenied();
    }
    if (!project.isEmpty() && (!may || !project.equals(app.project()))) {
      throw Refusal.notFound("applications", name);
    }
    return app;
  }

  /** Opens the application to anyone who may read it, and names the right that is missing then. */
  TrackedApplication openFor(ApiCall call, String action) throws Refusal {
    TrackedApplication app = open(call, "get");
    require(call, app, action);
    return app;
  }

  // A single read takes the list form of the parameter, too, but only one project.
  private static String project(ApiCall call) throws Refusal {
    List<String> projects = call.query().all("project").stream().filter(p -> !p.isEmpty()).toList();
    if (projects.isEmpty()) {
      projects = call.query().all("projects");
    }
    if (projects.size() > 1) {
      throw new Refusal(
          GrpcCode.INVALID_ARGUMENT,
          "multiple projects specified - the get endpoint accepts either zero or one project");
    }
    return projects.isEmpty() ? Json.text(call.body(), "project") : projects.get(0);
  }

  private boolean mayIn(ApiCall call, String project, String name, String action) {
    String namespace = call.field("appNamespace");
    String prefix = namespace.isEmpty() || namespace.equals("argocd") ? "" : namespace + "/";
    return access.may(call.caller(), "applications", action, project + "/" + prefix + name);
  }

  /** Refuses by name what a second right is needed for. */
  void require(ApiCall call, TrackedApplication app, String action) throws Refusal {
    access.require(call.caller(), "applications", action, app.rbacName());
  }
}
