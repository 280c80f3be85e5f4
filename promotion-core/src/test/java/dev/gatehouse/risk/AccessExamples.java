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

final class AccessExamples {
  private static final String RBAC = "rbac.authorization.k8s.io/v1";
  private static final String POWER = "infrastructure HIGH, R1";
  private static final String ROUTE = "infrastructure MEDIUM, R1";

  private AccessExamples() {}

  static List<Example> all() {
    return List.of(
        example("R1", POWER, removed(manifest(RBAC, "ClusterRoleBinding", "admins")))
            .silentOn(added(role("get"))),
        example("R1", POWER, added(role("*"))).silentOn(modified(role("get"), role("list"))),
        example("R1", POWER, modified(role("get"), role("impersonate"))),
        example("R1", POWER, modified(binding("ann", "bob"), binding("ann")))
            .silentOn(modified(binding("ann"), binding("ann", "bob"))),
        example("R1", POWER, removed(binding("ann"))).silentOn(added(binding("ann"))),
        example("W1", POWER, added(webhook("Fail"))).silentOn(added(webhook("Ignore"))),
        example("P1", POWER, added(manifest("networking.k8s.io/v1", "NetworkPolicy", "deny")))
            .silentOn(removed(manifest("networking.k8s.io/v1", "NetworkPolicy", "deny"))),
        example("G1", ROUTE, on("v1", "Service", "spec.type", "ClusterIP", "LoadBalancer"))
            .silentOn(on("v1", "Service", "spec.selector.app", "a", "b")),
        example("G1", ROUTE, ingress("spec.ingressClassName", "nginx", "traefik"))
            .silentOn(ingress("metadata.labels.team", "a", "b")),
        example("G1", ROUTE, gateway("spec.gatewayClassName", "a", "b")),
        example("G1", ROUTE, removed(manifest("networking.k8s.io/v1", "Ingress", "web"))),
        example("L1", "infrastructure CRITICAL, R2", node("metadata.labels.pool"))
            .silentOn(node("metadata.annotations.owner")));
  }

  private static Manifest role(String verb) {
    return manifest(RBAC, "Role", "ops")
        .with("rules", List.of(Map.of("verbs", List.of(verb), "resources", List.of("pods"))));
  }

  private static Manifest binding(String... names) {
    List<Map<String, String>> subjects =
        List.of(names).stream().map(name -> Map.of("name", name)).toList();
    return manifest(RBAC, "RoleBinding", "ops").with("subjects", subjects);
  }

  private static Manifest webhook(String failurePolicy) {
    return manifest("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", "check")
        .with("webhooks", List.of(Map.of("name", "check", "failurePolicy", failurePolicy)));
  }

  private static ManifestDiff ingress(String field, String before, String after) {
    return on("networking.k8s.io/v1", "Ingress", field, before, after);
  }

  private static ManifestDiff gateway(String field, String before, String after) {
    return on("gateway.networking.k8s.io/v1", "Gateway", field, before, after);
  }

  private static ManifestDiff node(String field) {
    return on("v1", "Node", field, "a", "b");
  }
}
