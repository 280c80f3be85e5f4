package dev.gatehouse.testkit.argo;

import java.util.List;

/** Whether sync windows let a sync through: deny wins, and an allow closes all outside of it. */
record WindowRules(List<FakeWindow> assigned) {
  WindowRules {
    assigned = List.copyOf(assigned);
  }

  static WindowRules of(ControlPlane plane, TrackedApplication app) {
    return new WindowRules(
        plane.project(app.project()).windows().stream().filter(w -> w.covers(app)).toList());
  }

  List<FakeWindow> active() {
    return assigned.stream().filter(FakeWindow::isActive).toList();
  }

  boolean letThrough(boolean manual) {
    List<FakeWindow> denying = active().stream().filter(FakeWindow::denies).toList();
    if (!denying.isEmpty()) {
      return manual && denying.stream().allMatch(FakeWindow::letsManualSyncThrough);
    }
    List<FakeWindow> allowing = assigned.stream().filter(w -> !w.denies()).toList();
    if (allowing.isEmpty() || allowing.stream().anyMatch(FakeWindow::isActive)) {
      return true;
    }
    return manual && allowing.stream().allMatch(FakeWindow::letsManualSyncThrough);
  }
}
