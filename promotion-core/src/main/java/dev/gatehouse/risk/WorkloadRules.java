package dev.gatehouse.risk;

import static dev.gatehouse.change.ObjectChange.Type.ADDED;
import static dev.gatehouse.change.ObjectChange.Type.MODIFIED;
import static dev.gatehouse.change.ObjectChange.Type.REMOVED;
import static dev.gatehouse.risk.RiskLevel.HIGH;
import static dev.gatehouse.risk.RiskLevel.LOW;
import static dev.gatehouse.risk.RiskLevel.MEDIUM;
import static dev.gatehouse.risk.RuleBuilder.rule;

import java.util.List;

/** What runs: settings, capacity, fields that cannot change, credentials, node-wide agents. */
final class WorkloadRules {
  static final String[] WORKLOADS = {
    "apps/Deployment",
    "apps/StatefulSet",
    "apps/DaemonSet",
    "apps/ReplicaSet",
    "argoproj.io/Rollout",
    "batch/Job",
    "batch/CronJob",
    "Pod"
  };

  private static final String VALUES = "helm.sh/Values";
  private static final Severity SETTINGS = Severity.application(LOW, Reversibility.R0);
  private static final Severity CAPACITY = Severity.application(MEDIUM, Reversibility.R0);
  private static final Severity REMADE = Severity.infrastructure(HIGH, Reversibility.R1);
  private static final Severity CREDENTIALS = Severity.application(MEDIUM, Reversibility.R1);
  private static final Severity NODES = Severity.infrastructure(HIGH, Reversibility.R1);

  private WorkloadRules() {}

  static List<RiskRule> all() {
    return List.of(settings(), capacity(), immutable(), credentials(), nodes());
  }

  private static RiskRule settings() {
    return rule("A3", "environment, commands and probes, a ConfigMap's data, Helm values")
        .on(WORKLOADS)
        .when(MODIFIED)
        .field(
            PodFields.in(
                "containers.*.env",
                "containers.*.envFrom",
                "containers.*.command",
                "containers.*.args",
                "containers.*.livenessProbe",
                "containers.*.readinessProbe",
                "containers.*.startupProbe"))
        .means(SETTINGS, "the pods restart with other settings")
        .on("ConfigMap")
        .when(MODIFIED, REMOVED)
        .field("data.*", "binaryData.*")
        .means(SETTINGS, "the settings change; who reads them may have to restart")
        .on(VALUES)
        .field("**")
        .where(ValueFields::isLeaf)
        .where(field -> !ImageRules.isImage(field.path()))
        .means(SETTINGS, "a value of the chart changes; what it renders is not known here")
        .on("builtin/HelmChartInflationGenerator", "kustomize.config.k8s.io/Kustomization")
        .field("valuesInline", "valuesFile", "helmCharts.*.valuesInline", "helmCharts.*.valuesFile")
        .means(SETTINGS, "the chart's values change; what it renders is not known here")
        .build();
  }

  private static RiskRule capacity() {
    return rule("A4", "capacity lost: replicas to 0 or by half, limits by 30 %, a tighter budget")
        .on(WORKLOADS)
        .when(REMOVED)
        .means(CAPACITY, "is removed: it serves no requests any more")
        .on("apps/Deployment", "apps/StatefulSet", "apps/ReplicaSet", "argoproj.io/Rollout", VALUES)
        .when(MODIFIED)
        .field("spec.replicas", "**.replicaCount")
        .where(field -> field.after().isEmpty() || Amounts.loses(field, "0.5"))
        .means(CAPACITY, "replicas go from {before} to {after}")
        .on(WORKLOADS)
        .when(MODIFIED)
        .field(PodFields.in("containers.*.resources.limits.*"))
        .where(field -> Amounts.loses(field, "0.3"))
        .means(CAPACITY, "the limit goes from {before} to {after}")
        .on("autoscaling/HorizontalPodAutoscaler")
        .when(MODIFIED)
        .field("spec.maxReplicas")
        .where(Amounts::shrinks)
        .means(CAPACITY, "it may scale to {after} instead of {before}")
        .on("policy/PodDisruptionBudget")
        .when(MODIFIED)
        .field("spec.minAvailable")
        .where(Amounts::grows)
        .means(CAPACITY, "{after} instead of {before} must stay up: a node may not drain")
        .on("policy/PodDisruptionBudget")
        .when(MODIFIED)
        .field("spec.maxUnavailable")
        .where(Amounts::shrinks)
        .means(CAPACITY, "{after} instead of {before} may be down: a node may not drain")
        .build();
  }

  private static RiskRule immutable() {
    return rule("A5", "a field that cannot change in place: selector, clusterIP, serviceName")
        .on("apps/Deployment", "apps/StatefulSet", "apps/DaemonSet", "apps/ReplicaSet")
        .when(MODIFIED)
        .field("spec.selector", "spec.serviceName", "spec.podManagementPolicy")
        .means(REMADE, "cannot change in place: the object must be deleted and recreated")
        .on("Service")
        .when(MODIFIED)
        .field("spec.clusterIP")
        .means(REMADE, "cannot change in place: the service gets another address")
        .on("rbac.authorization.k8s.io/RoleBinding", "rbac.authorization.k8s.io/ClusterRoleBinding")
        .when(MODIFIED)
        .field("roleRef")
        .means(REMADE, "cannot change in place: the binding must be deleted and recreated")
        .build();
  }

  private static RiskRule credentials() {
    return rule("A6", "a secret, a reference to one, or the service account of a workload")
        .on(WORKLOADS)
        .when(MODIFIED)
        .field(
            PodFields.in(
                "serviceAccountName",
                "imagePullSecrets",
                "volumes.*.secret",
                "containers.*.env.*.valueFrom.secretKeyRef",
                "containers.*.envFrom.*.secretRef",
                "initContainers.*.env.*.valueFrom.secretKeyRef"))
        .means(CREDENTIALS, "other credentials are used, and a rollback may not find the old ones")
        .on("Secret", "external-secrets.io/ExternalSecret", "bitnami.com/SealedSecret")
        .when(MODIFIED, REMOVED)
        .means(CREDENTIALS, "the credentials change, and a rollback may not find the old ones")
        .on("ServiceAccount")
        .when(MODIFIED, REMOVED)
        .means(CREDENTIALS, "pods that run as it may lose or gain rights")
        .build();
  }

  private static RiskRule nodes() {
    return rule("A7", "a DaemonSet on every node, its weight and reach; priority classes")
        .on("apps/DaemonSet")
        .when(ADDED)
        .means(NODES, "starts on every node at the same time and may evict other pods")
        .on("apps/DaemonSet")
        .when(MODIFIED)
        .field("spec.template.spec.containers.*.resources.requests.*")
        .where(field -> field.before().isEmpty() || Amounts.grows(field))
        .means(NODES, "takes {after} instead of {before} on every node and may push other pods out")
        .on("apps/DaemonSet")
        .when(MODIFIED)
        .field(
            "spec.template.spec.priorityClassName",
            "spec.template.spec.nodeSelector",
            "spec.template.spec.affinity",
            "spec.template.spec.tolerations")
        .means(NODES, "runs on other nodes or before other pods than until now")
        .on("scheduling.k8s.io/PriorityClass")
        .means(NODES, "decides which pods are pushed out, in every namespace")
        .build();
  }
}
