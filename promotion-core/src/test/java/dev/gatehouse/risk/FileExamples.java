package dev.gatehouse.risk;

import static dev.gatehouse.change.Manifest.file;
import static dev.gatehouse.change.Manifest.manifest;
import static dev.gatehouse.change.Manifest.patch;
import static dev.gatehouse.risk.Diffs.added;
import static dev.gatehouse.risk.Diffs.modified;
import static dev.gatehouse.risk.Example.example;
import static dev.gatehouse.risk.WorkloadExamples.on;

import dev.gatehouse.change.Manifest;
import dev.gatehouse.change.ManifestDiff;
import java.util.List;

final class FileExamples {
  private static final String BASE = "https://github.com/acme/base//deploy?ref=";
  private static final String MOVED = "infrastructure MEDIUM, R1";
  private static final String MINOR = "infrastructure LOW, R1";

  private FileExamples() {}

  static List<Example> all() {
    return List.of(
        example("H1", MOVED, resources(List.of(BASE + "v1"), List.of(BASE + "v2")))
            .silentOn(resources(List.of(BASE + "v1"), List.of(BASE + "v1", "web.yaml"))),
        example("H1", MOVED, chart("dependencies[redis].version", "18.6.1", "19.0.0"))
            .silentOn(chart("description", "a", "b")),
        example("H1", MINOR, chart("dependencies[redis].version", "18.6.1", "18.7.0")),
        example("H1", MOVED, chart("dependencies[redis].repository", "https://a", "https://b")),
        example("H1", MOVED, kustomization("helmCharts[redis].version", "latest", "1.0.0")),
        example("H1", MOVED, generator("v1", "v2")),
        example("H1", MOVED, revision("v1", "v2"))
            .silentOn(on("argoproj.io/v1alpha1", "Application", "spec.project", "a", "b")),
        example(
                "H2",
                "infrastructure HIGH, R2",
                resources(List.of("../base", BASE + "v1"), List.of("../base")))
            .silentOn(resources(List.of("../base", "../tenant-a"), List.of("../base")))
            .silentOn(resources(List.of(BASE + "v1"), List.of(BASE + "v2"))),
        example("H2", MOVED, kustomization("namePrefix", "a-", "b-"))
            .silentOn(kustomization("images[web].newTag", "1", "2")),
        example("H2", MOVED, added(patch("apps/v1", "Deployment", "prod/replicas.yaml")))
            .silentOn(added(manifest("apps/v1", "Deployment", "web"))),
        example("E1", "infrastructure HIGH, R0", policy("gatehouse.yaml"))
            .silentOn(policy("other.yaml")));
  }

  private static ManifestDiff resources(List<String> before, List<String> after) {
    return kustomization("resources", before, after);
  }

  private static ManifestDiff kustomization(String field, Object before, Object after) {
    return pair("prod/kustomization.yaml", field, before, after);
  }

  private static ManifestDiff chart(String field, String before, String after) {
    return pair("charts/web/Chart.yaml", field, before, after);
  }

  private static ManifestDiff policy(String path) {
    return pair(path, "stages", "a", "b");
  }

  private static ManifestDiff generator(String before, String after) {
    Manifest old = manifest("builtin", "HelmChartInflationGenerator", "redis");
    return on("builtin/v1", old.object().key().kind(), "version", before, after);
  }

  private static ManifestDiff revision(String before, String after) {
    return on("argoproj.io/v1alpha1", "Application", "spec.source.targetRevision", before, after);
  }

  private static ManifestDiff pair(String path, String field, Object before, Object after) {
    return modified(file(path).with(field, before), file(path).with(field, after));
  }
}
