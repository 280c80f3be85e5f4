package dev.gatehouse.risk;

import dev.gatehouse.change.ClusterScope;
import dev.gatehouse.change.FileKind;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ObjectChange;
import dev.gatehouse.change.ObjectKey;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The kinds of object whose class is known; any other is infrastructure MEDIUM, R1.
 *
 * @param kinds what is known, by {@code group/Kind}, or {@code Kind} for the core group
 */
public record KnownKinds(Map<String, Known> kinds) {
  private static final String APPLICATION =
      "Service Pod ConfigMap Secret ServiceAccount PersistentVolumeClaim Endpoints ReplicationController"
          + " apps/Deployment apps/StatefulSet apps/ReplicaSet batch/Job batch/CronJob"
          + " autoscaling/HorizontalPodAutoscaler policy/PodDisruptionBudget networking.k8s.io/Ingress"
          + " external-secrets.io/ExternalSecret bitnami.com/SealedSecret"
          + " monitoring.coreos.com/ServiceMonitor monitoring.coreos.com/PodMonitor"
          + " monitoring.coreos.com/PrometheusRule argoproj.io/Rollout argoproj.io/AnalysisTemplate"
          + " helm.sh/Values kustomize.config.k8s.io/Kustomization"
          + " helm.sh/Chart builtin/HelmChartInflationGenerator";
  private static final String INFRASTRUCTURE =
      "ResourceQuota LimitRange apps/DaemonSet networking.k8s.io/NetworkPolicy"
          + " rbac.authorization.k8s.io/Role rbac.authorization.k8s.io/RoleBinding"
          + " gateway.networking.k8s.io/Gateway gateway.networking.k8s.io/HTTPRoute"
          + " cert-manager.io/Certificate cert-manager.io/Issuer external-secrets.io/SecretStore"
          + " argoproj.io/Application argoproj.io/ApplicationSet argoproj.io/AppProject "
          + "Namespace Node PersistentVolume storage.k8s.io/StorageClass"
          + " rbac.authorization.k8s.io/ClusterRole rbac.authorization.k8s.io/ClusterRoleBinding"
          + " scheduling.k8s.io/PriorityClass apiextensions.k8s.io/CustomResourceDefinition"
          + " admissionregistration.k8s.io/ValidatingWebhookConfiguration"
          + " admissionregistration.k8s.io/MutatingWebhookConfiguration"
          + " cert-manager.io/ClusterIssuer external-secrets.io/ClusterSecretStore"
          + " apiextensions.crossplane.io/Composition"
          + " apiextensions.crossplane.io/CompositeResourceDefinition"
          + " apiextensions.crossplane.io/EnvironmentConfig pkg.crossplane.io/Provider"
          + " pkg.crossplane.io/Function pkg.crossplane.io/Configuration";

  /** Copies the map. */
  public KnownKinds {
    kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
  }

  /**
   * What is known of a kind.
   *
   * @param changeClass the class of a change to it
   * @param clusterScoped whether all tenants of a cluster share its objects
   */
  public record Known(ChangeClass changeClass, boolean clusterScoped) {}

  /** Returns the kinds that Gatehouse knows. */
  public static KnownKinds standard() {
    Map<String, Known> all = new TreeMap<>();
    put(all, APPLICATION, ChangeClass.APPLICATION);
    put(all, INFRASTRUCTURE, ChangeClass.INFRASTRUCTURE);
    return new KnownKinds(all);
  }

  /** Returns these kinds and one more of a team's own. */
  public KnownKinds with(String kind, Known known) {
    Map<String, Known> all = new TreeMap<>(kinds);
    all.put(kind, known);
    return new KnownKinds(all);
  }

  /** Returns what is known of an object's kind; a Crossplane managed resource is known by group. */
  public Optional<Known> of(ObjectKey key) {
    Optional<Known> listed = Optional.ofNullable(kinds.get(RuleBuilder.name(key)));
    if (listed.isPresent() || !ManagedResources.isManaged(key)) {
      return listed;
    }
    return Optional.of(
        new Known(ChangeClass.INFRASTRUCTURE, !ManagedResources.isNamespaced(key.group())));
  }

  /** Returns whether a diff touches an object that all tenants of a cluster share. */
  boolean anyClusterScoped(ManifestDiff diff) {
    return diff.changes().stream()
        .map(ObjectChange::key)
        .anyMatch(
            key -> of(key).map(Known::clusterScoped).orElseGet(() -> ClusterScope.holds(key)));
  }

  /** Returns whether it is something that a cluster holds, and not a file or a patch. */
  static boolean isObject(ObjectKey key) {
    return FileKind.of(key).isEmpty() && !key.isPatch();
  }

  private static void put(Map<String, Known> into, String names, ChangeClass changeClass) {
    for (String name : names.split(" ", -1)) {
      into.put(name, new Known(changeClass, ClusterScope.holds(name)));
    }
  }
}
