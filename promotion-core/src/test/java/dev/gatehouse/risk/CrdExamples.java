package dev.gatehouse.risk;

import static dev.gatehouse.change.Manifest.manifest;
import static dev.gatehouse.change.Manifest.patch;
import static dev.gatehouse.risk.Diffs.added;
import static dev.gatehouse.risk.Diffs.modified;
import static dev.gatehouse.risk.Diffs.removed;
import static dev.gatehouse.risk.Example.example;

import dev.gatehouse.change.Manifest;
import dev.gatehouse.change.ManifestDiff;
import java.util.List;
import java.util.Map;

final class CrdExamples {
  private static final String LOSS = "migration CRITICAL, R3";
  private static final String STORED = "migration HIGH, R2";
  private static final String MORE = "infrastructure LOW, R1";
  private static final String SCHEMA = "spec.versions[v1].schema.openAPIV3Schema.";

  private CrdExamples() {}

  static List<Example> all() {
    return List.of(
        example("C1", LOSS, removed(crd()))
            .silentOn(added(crd()))
            .silentOn(
                removed(
                    patch("apiextensions.k8s.io/v1", "CustomResourceDefinition", "prod/crd.yaml"))),
        example(
            "C1",
            LOSS,
            removed(crd().with("metadata.annotations[gatehouse.dev/allow-deletion]", "true"))),
        example("C2", STORED, field("spec.scope", "Namespaced", "Cluster"))
            .silentOn(field("metadata.labels.team", "a", "b")),
        example("C2", STORED, field("spec.versions[v1].served", true, false))
            .silentOn(field("spec.versions[v1].served", false, true)),
        example("C2", STORED, modified(crd().with("spec.versions[v2].served", true), crd())),
        example("C2", STORED, field(SCHEMA + "required", List.of("a"), List.of("a", "b")))
            .silentOn(field(SCHEMA + "required", List.of("a", "b"), List.of("a"))),
        example("C2", STORED, field(SCHEMA + "enum", List.of("a", "b"), List.of("a")))
            .silentOn(field(SCHEMA + "enum", List.of("a"), List.of("a", "b"))),
        example("C2", STORED, field(SCHEMA + "properties.size.type", "integer", "string"))
            .silentOn(field(SCHEMA + "properties.size.description", "a", "b")),
        example(
                "C2",
                STORED,
                properties(Map.of("a", Map.of(), "b", Map.of()), Map.of("a", Map.of())))
            .silentOn(properties(Map.of("a", Map.of()), Map.of("a", Map.of(), "b", Map.of()))),
        example("C3", MORE, added(crd())).silentOn(removed(crd())),
        example("C3", MORE, properties(Map.of(), Map.of("a", Map.of())))
            .silentOn(properties(Map.of("a", Map.of()), Map.of())));
  }

  static Manifest crd() {
    return manifest("apiextensions.k8s.io/v1", "CustomResourceDefinition", "databases.acme.io")
        .with("spec.group", "acme.io");
  }

  private static ManifestDiff field(String path, Object before, Object after) {
    return modified(crd().with(path, before), crd().with(path, after));
  }

  private static ManifestDiff properties(Map<String, ?> before, Map<String, ?> after) {
    return field(SCHEMA + "properties", before, after);
  }
}
