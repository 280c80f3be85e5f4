package dev.gatehouse.risk;

import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ManifestObject;
import dev.gatehouse.change.ObjectKey;
import java.util.List;
import java.util.Optional;

/** What a Crossplane managed resource says about the real thing behind it. */
final class ManagedResources {
  static final String EXTERNAL_NAME = "crossplane.io/external-name";

  private ManagedResources() {}

  static boolean isManaged(ObjectKey key) {
    String group = key.group();
    boolean provider = group.endsWith(".upbound.io") || group.endsWith(".crossplane.io");
    boolean own =
        group.matches("(apiextensions|pkg|ops|protection|meta)\\.crossplane\\.io")
            || key.kind().contains("ProviderConfig");
    return provider && !own;
  }

  /** Returns whether the group is one of Crossplane v2's namespaced resources. */
  static boolean isNamespaced(String group) {
    return group.contains(".m.");
  }

  /** Returns the group that the same resource had in Crossplane v1. */
  static String firstGroup(String group) {
    return group.replace(".m.", ".");
  }

  static Optional<List<String>> policies(ManifestObject object) {
    return object
        .content()
        .at("spec", "managementPolicies")
        .map(node -> node.items().stream().map(ManifestNode::text).toList());
  }

  static boolean listsDelete(ManifestObject object) {
    return policies(object).map(listed -> listed.contains("Delete")).orElse(false);
  }

  /** Returns whether the policies let a removal reach the real thing; the default lets it. */
  static boolean policiesAllowDelete(ManifestObject object) {
    return policies(object)
        .map(listed -> listed.contains("Delete") || listed.contains("*"))
        .orElse(true);
  }

  static boolean onlyObserves(ManifestObject object) {
    return policies(object).map(List.of("Observe")::equals).orElse(false);
  }

  static boolean isOrphan(ManifestObject object) {
    return object.content().textAt("spec", "deletionPolicy").map("Orphan"::equals).orElse(false);
  }

  static Optional<String> externalName(ManifestObject object) {
    return object.content().textAt("metadata", "annotations", EXTERNAL_NAME);
  }
}
