package dev.gatehouse.risk;

import static dev.gatehouse.change.Manifest.manifest;
import static dev.gatehouse.risk.Diffs.added;
import static dev.gatehouse.risk.Diffs.modified;
import static dev.gatehouse.risk.Diffs.removed;
import static dev.gatehouse.risk.Example.example;
import static dev.gatehouse.risk.WorkloadExamples.on;

import dev.gatehouse.change.Manifest;
import dev.gatehouse.change.ManifestDiff;
import java.util.List;
import java.util.Map;

final class DataExamples {
  private static final String FORWARD = "migration HIGH, R2";
  private static final String LOSS = "migration CRITICAL, R3";
  private static final String CONTAINERS = "spec.template.spec.containers[migrate].";

  private DataExamples() {}

  static List<Example> all() {
    return List.of(
        example("M1", FORWARD, added(job("flyway/flyway:10", "migrate")))
            .silentOn(added(job("acme/report:10", "print")))
            .silentOn(removed(job("flyway/flyway:10", "migrate"))),
        example("M1", LOSS, added(job("postgres:16", "psql -c 'DROP TABLE orders'"))),
        example("M1", FORWARD, initContainer("acme/web:1", "acme/web:2"))
            .silentOn(on("apps/v1", "Deployment", "spec.replicas", 2, 3)),
        example("M1", FORWARD, script("ALTER TABLE orders ADD COLUMN note text;"))
            .silentOn(script("INSERT INTO colours VALUES ('drop table red');")),
        example("M1", FORWARD, script("ALTER TABLE orders ALTER COLUMN note SET NOT NULL;")),
        example("M1", LOSS, script("-- tidy up\nALTER TABLE orders DROP COLUMN note;"))
            .silentOn(script("-- DROP TABLE orders;")),
        example("S1", FORWARD, claims("10Gi", "20Gi"))
            .silentOn(on("apps/v1", "StatefulSet", "spec.replicas", 2, 3)),
        example("S1", FORWARD, claim("spec.resources.requests.storage", "20Gi", "10Gi"))
            .silentOn(claim("spec.resources.requests.storage", "10Gi", "20Gi")),
        example("S1", FORWARD, claim("spec.storageClassName", "slow", "fast")),
        example("S2", LOSS, removed(manifest("v1", "PersistentVolumeClaim", "data")))
            .silentOn(added(manifest("v1", "PersistentVolumeClaim", "data"))),
        example("S2", LOSS, storageClass("Retain", "Delete"))
            .silentOn(storageClass("Delete", "Retain")),
        example("S2", LOSS, retention("Retain", "Delete")).silentOn(retention("Delete", "Retain")),
        example("N1", "infrastructure CRITICAL, R3", removed(manifest("v1", "Namespace", "shop")))
            .silentOn(added(manifest("v1", "Namespace", "shop"))),
        example("N1", "infrastructure CRITICAL, R2", removed(heldNamespace())),
        example(
                "N2",
                "infrastructure MEDIUM, R1",
                on("v1", "Namespace", "metadata.labels.mesh", "on", "off"))
            .silentOn(on("v1", "Namespace", "metadata.annotations.owner", "a", "b")),
        example("N2", "infrastructure MEDIUM, R1", added(manifest("v1", "ResourceQuota", "all"))));
  }

  static Manifest heldNamespace() {
    return manifest("v1", "Namespace", "shop")
        .with("metadata.annotations[argocd.argoproj.io/sync-options]", "Prune=confirm");
  }

  static Manifest job(String image, String args) {
    return manifest("batch/v1", "Job", "migrate")
        .with("metadata.annotations[argocd.argoproj.io/hook]", "PreSync")
        .with(CONTAINERS + "image", image)
        .with(CONTAINERS + "args", List.of(args));
  }

  private static ManifestDiff initContainer(String before, String after) {
    String path = "spec.template.spec.initContainers[schema].";
    return modified(
        manifest("apps/v1", "Deployment", "web")
            .with(path + "image", before)
            .with(path + "command", List.of("rake", "db:migrate")),
        manifest("apps/v1", "Deployment", "web")
            .with(path + "image", after)
            .with(path + "command", List.of("rake", "db:migrate")));
  }

  private static ManifestDiff script(String sql) {
    return added(manifest("v1", "ConfigMap", "sql").with("data[V2__step.sql]", sql));
  }

  private static ManifestDiff claims(String before, String after) {
    return on(
        "apps/v1",
        "StatefulSet",
        "spec.volumeClaimTemplates",
        List.of(Map.of("storage", before)),
        List.of(Map.of("storage", after)));
  }

  private static ManifestDiff claim(String field, String before, String after) {
    return on("v1", "PersistentVolumeClaim", field, before, after);
  }

  private static ManifestDiff storageClass(String before, String after) {
    return on("storage.k8s.io/v1", "StorageClass", "reclaimPolicy", before, after);
  }

  private static ManifestDiff retention(String before, String after) {
    String field = "spec.persistentVolumeClaimRetentionPolicy.whenDeleted";
    return on("apps/v1", "StatefulSet", field, before, after);
  }
}
