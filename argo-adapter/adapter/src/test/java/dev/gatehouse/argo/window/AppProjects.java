package dev.gatehouse.argo.window;

import dev.gatehouse.argocd.model.AppProject;
import dev.gatehouse.argocd.model.ObjectMeta;
import dev.gatehouse.argocd.model.ProjectWindow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Projects with windows. */
final class AppProjects {
  private AppProjects() {}

  static AppProject without() {
    return of(List.of());
  }

  /** Has one such window for each time zone. */
  static AppProject with(String kind, String schedule, String length, String... zones) {
    return of(Stream.of(zones).map(zone -> window(kind, schedule, length, zone)).toList());
  }

  private static ProjectWindow window(String kind, String schedule, String length, String zone) {
    return new ProjectWindow(
        kind,
        schedule,
        length,
        List.of("*"),
        List.of(),
        List.of(),
        false,
        Optional.of(zone),
        false,
        Optional.empty(),
        false);
  }

  private static AppProject of(List<ProjectWindow> windows) {
    ObjectMeta metadata =
        new ObjectMeta(
            "shop",
            Optional.empty(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new AppProject(
        metadata, new AppProject.Spec(Optional.empty(), List.of(), List.of(), List.of(), windows));
  }
}
