package dev.gatehouse.risk;

import static dev.gatehouse.change.Manifest.manifest;
import static dev.gatehouse.risk.Diffs.added;
import static dev.gatehouse.risk.Diffs.between;
import static dev.gatehouse.risk.Diffs.removed;
import static dev.gatehouse.risk.Example.example;
import static dev.gatehouse.risk.WorkloadExamples.on;

import dev.gatehouse.change.Manifest;
import dev.gatehouse.change.ManifestDiff;
import java.util.List;
import java.util.stream.IntStream;

final class ArgoExamples {
  private static final String GONE = "infrastructure HIGH, R2";
  private static final String ALL_GONE = "infrastructure CRITICAL, R2";
  private static final String SYNC = "infrastructure MEDIUM, R1";

  private ArgoExamples() {}

  static List<Example> all() {
    return List.of(
        example("D1", GONE, fewer(100, 95)).silentOn(fewer(100, 96)),
        example("D1", GONE, fewer(5, 4)).silentOn(fewer(6, 5)),
        example("D1", GONE, fewer(1, 0)).silentOn(renamed()),
        example("D1", ALL_GONE, between(List.of(application("a"), application("b")), List.of())),
        example("D2", ALL_GONE, removed(application("shop"))).silentOn(added(application("shop"))),
        example("D2", ALL_GONE, app("spec.destination.server", "https://a", "https://b"))
            .silentOn(app("spec.source.targetRevision", "v1", "v2")),
        example("D2", ALL_GONE, app("spec.source.path", "apps/a", "apps/b")),
        example("D2", ALL_GONE, removed(manifest("argoproj.io/v1alpha1", "ApplicationSet", "all"))),
        example("D2", ALL_GONE, set("spec.template.spec.project", "a", "b"))
            .silentOn(set("spec.template.spec.source.targetRevision", "v1", "v2")),
        example("D3", SYNC, app("spec.syncPolicy.automated.prune", false, true))
            .silentOn(app("spec.syncPolicy.automated.prune", true, false)),
        example("D3", SYNC, options(List.of(), List.of("Replace=true")))
            .silentOn(options(List.of("Replace=true"), List.of())),
        example("D3", SYNC, annotation("argocd.argoproj.io/sync-wave", "1", "2"))
            .silentOn(annotation("acme.io/owner", "a", "b")),
        example("F1", GONE, app("metadata.finalizers", List.of("a"), List.of()))
            .silentOn(app("metadata.labels.team", "a", "b")));
  }

  static Manifest application(String name) {
    return manifest("argoproj.io/v1alpha1", "Application", name).with("spec.project", "default");
  }

  private static ManifestDiff fewer(int before, int after) {
    return between(maps(before), maps(after));
  }

  private static List<Manifest> maps(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> manifest("v1", "ConfigMap", "map-" + i))
        .toList();
  }

  private static ManifestDiff renamed() {
    return between(
        List.of(manifest("v1", "ConfigMap", "settings-5h9k2m7c8t")),
        List.of(manifest("v1", "ConfigMap", "settings-7t4d9b2f6g")));
  }

  private static ManifestDiff app(String field, Object before, Object after) {
    return on("argoproj.io/v1alpha1", "Application", field, before, after);
  }

  private static ManifestDiff set(String field, Object before, Object after) {
    return on("argoproj.io/v1alpha1", "ApplicationSet", field, before, after);
  }

  private static ManifestDiff options(List<String> before, List<String> after) {
    return app("spec.syncPolicy.syncOptions", before, after);
  }

  private static ManifestDiff annotation(String name, String before, String after) {
    return on("apps/v1", "Deployment", "metadata.annotations[" + name + "]", before, after);
  }
}
