package dev.gatehouse.risk;

import static dev.gatehouse.change.Manifest.manifest;
import static dev.gatehouse.risk.Diffs.added;
import static dev.gatehouse.risk.Diffs.unreadable;
import static dev.gatehouse.risk.Example.example;
import static dev.gatehouse.risk.WorkloadExamples.on;

import java.util.List;

final class FallbackExamples {
  private FallbackExamples() {}

  static List<Example> all() {
    return List.of(
        example("U1", "infrastructure MEDIUM, R1", added(manifest("acme.io/v1", "Reactor", "one")))
            .silentOn(added(manifest("apps/v1", "Deployment", "one"))),
        example("U2", "infrastructure HIGH, R1", unreadable("apps/web.yaml", "line 3 is no YAML"))
            .silentOn(added(manifest("apps/v1", "Deployment", "one"))),
        example("K1", "application LOW, R0", on("v1", "Service", "spec.selector.app", "a", "b"))
            .silentOn(added(manifest("acme.io/v1", "Reactor", "one"))),
        example(
            "K1",
            "infrastructure LOW, R1",
            on("argoproj.io/v1alpha1", "AppProject", "spec.description", "a", "b")));
  }
}
