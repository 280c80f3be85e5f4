package dev.gatehouse.change;

import java.util.Set;

/** The kinds whose objects have no namespace: every tenant of a cluster shares them. */
public final class ClusterScope {
  private static final Set<String> KINDS =
      Set.of(
          "Namespace",
          "Node",
          "PersistentVolume",
          "storage.k8s.io/StorageClass",
          "storage.k8s.io/CSIDriver",
          "snapshot.storage.k8s.io/VolumeSnapshotClass",
          "rbac.authorization.k8s.io/ClusterRole",
          "rbac.authorization.k8s.io/ClusterRoleBinding",
          "scheduling.k8s.io/PriorityClass",
          "node.k8s.io/RuntimeClass",
          "networking.k8s.io/IngressClass",
          "gateway.networking.k8s.io/GatewayClass",
          "apiextensions.k8s.io/CustomResourceDefinition",
          "apiregistration.k8s.io/APIService",
          "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
          "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
          "admissionregistration.k8s.io/MutatingWebhookConfiguration",
          "cert-manager.io/ClusterIssuer",
          "external-secrets.io/ClusterSecretStore",
          "apiextensions.crossplane.io/Composition",
          "apiextensions.crossplane.io/CompositeResourceDefinition",
          "apiextensions.crossplane.io/EnvironmentConfig",
          "pkg.crossplane.io/Provider",
          "pkg.crossplane.io/Function",
          "pkg.crossplane.io/Configuration");

  private ClusterScope() {}

  /** Returns whether objects of this kind are known to have no namespace. */
  public static boolean holds(ObjectKey key) {
    return holds(key.group().isEmpty() ? key.kind() : key.group() + "/" + key.kind());
  }

  /** Returns the same for {@code group/Kind}, or {@code Kind} for the core group. */
  public static boolean holds(String kind) {
    return KINDS.contains(kind);
  }
}
