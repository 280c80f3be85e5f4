package dev.gatehouse.risk;

import static dev.gatehouse.change.ObjectChange.Type.ADDED;
import static dev.gatehouse.change.ObjectChange.Type.MODIFIED;
import static dev.gatehouse.change.ObjectChange.Type.REMOVED;
import static dev.gatehouse.risk.RiskLevel.CRITICAL;
import static dev.gatehouse.risk.RiskLevel.HIGH;
import static dev.gatehouse.risk.RiskLevel.MEDIUM;
import static dev.gatehouse.risk.RuleBuilder.rule;

import dev.gatehouse.change.FieldChange;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ObjectChange;
import java.util.List;
import java.util.Set;

/** Who may do what, who may talk to whom, and what is in front of every request. */
final class AccessRules {
  private static final String RBAC = "rbac.authorization.k8s.io/";
  private static final Set<String> POWERS = Set.of("*", "escalate", "bind", "impersonate");
  private static final Severity POWER = Severity.infrastructure(HIGH, Reversibility.R1);
  private static final Severity ROUTE = Severity.infrastructure(MEDIUM, Reversibility.R1);
  private static final Severity NODE = Severity.infrastructure(CRITICAL, Reversibility.R2);

  private AccessRules() {}

  static List<RiskRule> all() {
    return List.of(
        rights(),
        rule("W1", "an admission webhook that fails closed, added or changed")
            .on(change -> isWebhook(change) && failsClosed(change))
            .when(ADDED, MODIFIED)
            .means(POWER, "refuses what it judges while it is down, perhaps its own repair too")
            .build(),
        rule("P1", "a NetworkPolicy added or changed")
            .on("networking.k8s.io/NetworkPolicy")
            .when(ADDED, MODIFIED)
            .means(POWER, "whatever it selects and does not allow is denied, name lookups included")
            .build(),
        rule("G1", "hosts, TLS and classes of an Ingress or Gateway; the type of a Service")
            .on("Service")
            .when(MODIFIED)
            .field("spec.type")
            .means(ROUTE, "goes from {before} to {after}: addresses and load balancers take time")
            .on("networking.k8s.io/Ingress")
            .when(MODIFIED)
            .field("spec.ingressClassName", "spec.tls", "spec.rules.*.host")
            .means(ROUTE, "other names, certificates or controllers answer: DNS takes time")
            .on("gateway.networking.k8s.io/Gateway", "gateway.networking.k8s.io/HTTPRoute")
            .when(MODIFIED)
            .field("spec.gatewayClassName", "spec.listeners", "spec.hostnames", "spec.parentRefs")
            .means(ROUTE, "other names, certificates or controllers answer: DNS takes time")
            .on(
                "networking.k8s.io/Ingress",
                "gateway.networking.k8s.io/Gateway",
                "gateway.networking.k8s.io/HTTPRoute")
            .when(REMOVED)
            .means(ROUTE, "is removed: nothing answers under its names")
            .build(),
        rule("L1", "labels and taints of a node")
            .on("Node")
            .when(MODIFIED)
            .field("metadata.labels.*", "spec.taints")
            .means(NODE, "what is placed by it moves or stops: agents, storage, the network")
            .build());
  }

  private static RiskRule rights() {
    return rule("R1", "cluster roles and their bindings; wildcards, escalate, bind, impersonate")
        .on(RBAC + "ClusterRole", RBAC + "ClusterRoleBinding")
        .means(POWER, "a subject gains power over the cluster, or is locked out of it")
        .on(RBAC + "Role")
        .when(ADDED, MODIFIED)
        .field("rules.*.verbs", "rules.*.resources", "rules.*.apiGroups")
        .where(AccessRules::isPower)
        .means(POWER, "gives a right without limits, or the right to take more")
        .on(RBAC + "RoleBinding")
        .when(MODIFIED)
        .field("subjects.*")
        .where(ValueFields::isGone)
        .means(POWER, "a subject loses the role and may be locked out")
        .on(RBAC + "RoleBinding")
        .when(REMOVED)
        .means(POWER, "all its subjects lose the role and may be locked out")
        .build();
  }

  private static boolean isPower(FieldChange field) {
    return field.after().stream()
        .flatMap(node -> node.items().stream())
        .map(ManifestNode::text)
        .anyMatch(POWERS::contains);
  }

  private static boolean isWebhook(ObjectChange change) {
    return change.key().group().equals("admissionregistration.k8s.io")
        && change.key().kind().endsWith("WebhookConfiguration");
  }

  private static boolean failsClosed(ObjectChange change) {
    return change.present().content().itemsAt("webhooks").stream()
        .anyMatch(hook -> !hook.textAt("failurePolicy").map("Ignore"::equals).orElse(false));
  }
}
