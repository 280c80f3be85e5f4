package dev.gatehouse.testkit.argo;

import java.util.OptionalInt;

/** Carries requests out automatically, if it is on; called with the lock held. */
final class Autopilot {
  private static final int MOST_STEPS = 10;

  private final ControlPlane plane;
  private final Controller controller;

  Autopilot(ControlPlane plane, Controller controller) {
    this.plane = plane;
    this.controller = controller;
  }

  boolean isOn() {
    return plane.autopilotReads().isPresent();
  }

  /** Notices that there is something to do. */
  void nudge(TrackedApplication app) {
    app.compareWanted = true;
    OptionalInt reads = plane.autopilotReads();
    if (reads.isEmpty()) {
      return;
    }
    app.readsLeft = reads.getAsInt();
    if (app.readsLeft == 0) {
      carryOut(app);
    } else if (app.operation().isPresent() && !Operations.isRunning(app)) {
      controller.operations().start(app);
    }
  }

  /** Counts a read, and acts when it was the last that may see the old state. */
  void beforeRead(TrackedApplication app) {
    if (app.readsLeft < 0) {
      return;
    }
    if (app.readsLeft == 0) {
      carryOut(app);
    } else {
      app.readsLeft--;
    }
  }

  private void carryOut(TrackedApplication app) {
    app.readsLeft = -1;
    for (int i = 0; i < MOST_STEPS && hasWork(app); i++) {
      if (controller.step(app) == ControllerStep.REMOVED) {
        return;
      }
    }
    if (!app.healthHeld && Json.text(app.status(), "sync", "status").equals("Synced")) {
      Json.child(app.status(), "health").put("status", "Healthy");
      plane.touched(app);
    }
  }

  private static boolean hasWork(TrackedApplication app) {
    return app.isDeleting() || app.operation().isPresent() || app.compareWanted;
  }
}
