package dev.gatehouse.risk;

import static dev.gatehouse.change.ObjectChange.Type.MODIFIED;
import static dev.gatehouse.change.ObjectChange.Type.REMOVED;
import static dev.gatehouse.risk.RiskLevel.CRITICAL;
import static dev.gatehouse.risk.RiskLevel.MEDIUM;
import static dev.gatehouse.risk.RuleBuilder.rule;

import dev.gatehouse.change.ManifestObject;
import dev.gatehouse.change.ObjectChange;
import java.util.List;

/** Namespaces. */
final class NamespaceRules {
  private static final Severity GONE = Severity.infrastructure(CRITICAL, Reversibility.R3);
  private static final Severity SHARED = Severity.infrastructure(MEDIUM, Reversibility.R1);
  private static final Severity HELD = Severity.infrastructure(CRITICAL, Reversibility.R2);

  private NamespaceRules() {}

  static List<RiskRule> all() {
    return List.of(
        rule("N1", "a namespace deleted")
            .on(change -> isNamespace(change) && !isPruneHeld(change.present()))
            .when(REMOVED)
            .means(GONE, "is deleted, and everything in it with it")
            .on(change -> isNamespace(change) && isPruneHeld(change.present()))
            .when(REMOVED)
            .means(
                HELD,
                "leaves the desired state; its sync options keep Argo CD from deleting it unasked")
            .build(),
        rule("N2", "a namespace's labels, its quota and its limits")
            .on("Namespace")
            .when(MODIFIED)
            .field("metadata.labels.*")
            .means(SHARED, "applies to every pod in it that starts from now on")
            .on("ResourceQuota", "LimitRange")
            .means(SHARED, "applies to every pod in its namespace that starts from now on")
            .build());
  }

  static boolean isNamespace(ObjectChange change) {
    return RuleBuilder.name(change.key()).equals("Namespace");
  }

  private static boolean isPruneHeld(ManifestObject object) {
    return object
        .content()
        .textAt("metadata", "annotations", "argocd.argoproj.io/sync-options")
        .map(options -> options.contains("Prune=false") || options.contains("Prune=confirm"))
        .orElse(false);
  }
}
