package dev.gatehouse.risk;

import static dev.gatehouse.change.ObjectChange.Type.ADDED;
import static dev.gatehouse.change.ObjectChange.Type.REMOVED;
import static dev.gatehouse.risk.RiskLevel.CRITICAL;
import static dev.gatehouse.risk.RiskLevel.LOW;
import static dev.gatehouse.risk.RuleBuilder.rule;

import dev.gatehouse.change.ObjectChange;
import java.util.List;

/** Custom resource definitions: losing one loses every object of its kind. */
final class CrdRules {
  /** The annotation by which an owner says, in a commit of its own, that the objects may go. */
  static final String ALLOW_DELETION = "gatehouse.dev/allow-deletion";

  private static final String CRD = "apiextensions.k8s.io/CustomResourceDefinition";
  private static final Severity LOSS = Severity.migration(CRITICAL, Reversibility.R3);
  private static final Severity MORE = Severity.infrastructure(LOW, Reversibility.R1);

  private CrdRules() {}

  static List<RiskRule> all() {
    return List.of(
        rule("C1", "a custom resource definition deleted, or no longer rendered")
            .on(change -> isCrd(change) && !isDeletionAllowed(change))
            .when(REMOVED)
            .refuses(
                LOSS,
                "leaves the desired state, and with it go all objects of its kind, in every namespace",
                "Keep the definition in the rendered set; if its objects shall really go, first merge"
                    + " the annotation "
                    + ALLOW_DELETION
                    + ": \"true\" on it.")
            .on(change -> isCrd(change) && isDeletionAllowed(change))
            .when(REMOVED)
            .means(LOSS, "is deleted on purpose, and with it all objects of its kind")
            .build(),
        rule("C3", "a custom resource definition added, or extended by optional fields")
            .on(CRD)
            .when(ADDED)
            .means(MORE, "is new; nothing uses it yet")
            .build());
  }

  private static boolean isCrd(ObjectChange change) {
    return RuleBuilder.name(change.key()).equals(CRD);
  }

  private static boolean isDeletionAllowed(ObjectChange change) {
    return change
        .present()
        .content()
        .textAt("metadata", "annotations", ALLOW_DELETION)
        .map("true"::equals)
        .orElse(false);
  }
}
