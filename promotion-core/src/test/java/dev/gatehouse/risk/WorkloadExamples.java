package dev.gatehouse.risk;

import static dev.gatehouse.change.Manifest.manifest;
import static dev.gatehouse.risk.Diffs.added;
import static dev.gatehouse.risk.Diffs.modified;
import static dev.gatehouse.risk.Diffs.removed;
import static dev.gatehouse.risk.Example.example;

import dev.gatehouse.change.Manifest;
import dev.gatehouse.change.ManifestDiff;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class WorkloadExamples {
  private static final String WEB = "spec.template.spec.containers[web].";
  private static final String CAPACITY = "application MEDIUM, R0";
  private static final String REMADE = "infrastructure HIGH, R1";
  private static final String CREDENTIALS = "application MEDIUM, R1";

  private WorkloadExamples() {}

  static List<Example> all() {
    return Stream.of(settings(), fields(), nodes()).flatMap(List::stream).toList();
  }

  private static List<Example> settings() {
    return List.of(
        example("A3", "application LOW, R0", deployment(WEB + "env[MODE].value", "a", "b"))
            .silentOn(deployment("metadata.labels.team", "a", "b")),
        example("A3", "application LOW, R0", on("v1", "ConfigMap", "data.mode", "a", "b"))
            .silentOn(on("v1", "ConfigMap", "metadata.labels.team", "a", "b")),
        example("A3", "application LOW, R0", values("logLevel", "info", "debug"))
            .silentOn(values("image.tag", "1.0.0", "1.0.1")),
        example("A4", CAPACITY, deployment("spec.replicas", 4, 2))
            .silentOn(deployment("spec.replicas", 4, 3))
            .silentOn(deployment("spec.replicas", 2, 4)),
        example("A4", CAPACITY, deployment(WEB + "resources.limits.memory", "1Gi", "700Mi"))
            .silentOn(deployment(WEB + "resources.limits.memory", "1000Mi", "800Mi")),
        example("A4", CAPACITY, values("replicaCount", 3, 0)),
        example("A4", CAPACITY, hpa(10, 8)).silentOn(hpa(8, 10)),
        example("A4", CAPACITY, budget("spec.minAvailable", 1, 2))
            .silentOn(budget("spec.maxUnavailable", 1, 2)),
        example("A4", CAPACITY, budget("spec.maxUnavailable", 2, 1)),
        example("A4", CAPACITY, removed(manifest("apps/v1", "Deployment", "web")))
            .silentOn(removed(manifest("v1", "ConfigMap", "web"))));
  }

  private static List<Example> fields() {
    return List.of(
        example("A5", REMADE, deployment("spec.selector.matchLabels.app", "a", "b"))
            .silentOn(deployment("spec.strategy.type", "Recreate", "RollingUpdate")),
        example("A5", REMADE, on("v1", "Service", "spec.clusterIP", "10.0.0.1", "None"))
            .silentOn(on("v1", "Service", "spec.selector.app", "a", "b")),
        example("A5", REMADE, roleRef("reader", "writer")),
        example(
                "A6",
                CREDENTIALS,
                deployment(WEB + "env[PASS].valueFrom.secretKeyRef.name", "db", "db-2"))
            .silentOn(deployment(WEB + "env[MODE].value", "a", "b")),
        example("A6", CREDENTIALS, on("v1", "Secret", "data.password", "c2VjcmV0", "bmV3"))
            .silentOn(added(manifest("v1", "Secret", "new").with("data.password", "bmV3"))),
        example("A6", CREDENTIALS, removed(manifest("v1", "ServiceAccount", "web")))
            .silentOn(added(manifest("v1", "ServiceAccount", "web"))));
  }

  private static List<Example> nodes() {
    return List.of(
        example("A7", REMADE, added(manifest("apps/v1", "DaemonSet", "agent")))
            .silentOn(added(manifest("apps/v1", "Deployment", "agent"))),
        example("A7", REMADE, agent(WEB + "resources.requests.cpu", "100m", "500m"))
            .silentOn(agent(WEB + "resources.requests.cpu", "500m", "100m")),
        example("A7", REMADE, agent("spec.template.spec.nodeSelector", Map.of("a", "b"), Map.of()))
            .silentOn(agent(WEB + "image", "a:1", "a:2")),
        example(
            "A7", REMADE, added(manifest("scheduling.k8s.io/v1", "PriorityClass", "critical"))));
  }

  private static ManifestDiff deployment(String field, Object before, Object after) {
    return on("apps/v1", "Deployment", field, before, after);
  }

  private static ManifestDiff agent(String field, Object before, Object after) {
    return on("apps/v1", "DaemonSet", field, before, after);
  }

  private static ManifestDiff hpa(int before, int after) {
    return on("autoscaling/v2", "HorizontalPodAutoscaler", "spec.maxReplicas", before, after);
  }

  private static ManifestDiff budget(String field, int before, int after) {
    return on("policy/v1", "PodDisruptionBudget", field, before, after);
  }

  private static ManifestDiff roleRef(String before, String after) {
    return on("rbac.authorization.k8s.io/v1", "RoleBinding", "roleRef.name", before, after);
  }

  private static ManifestDiff values(String field, Object before, Object after) {
    return modified(
        Manifest.file("prod/values.yaml").with(field, before),
        Manifest.file("prod/values.yaml").with(field, after));
  }

  static ManifestDiff on(
      String apiVersion, String kind, String field, Object before, Object after) {
    return modified(
        manifest(apiVersion, kind, "web").with(field, before),
        manifest(apiVersion, kind, "web").with(field, after));
  }
}
