package dev.gatehouse.risk;

import static dev.gatehouse.change.ObjectChange.Type.ADDED;
import static dev.gatehouse.change.ObjectChange.Type.MODIFIED;
import static dev.gatehouse.change.ObjectChange.Type.REMOVED;
import static dev.gatehouse.risk.ManagedResources.EXTERNAL_NAME;
import static dev.gatehouse.risk.RiskLevel.CRITICAL;
import static dev.gatehouse.risk.RiskLevel.HIGH;
import static dev.gatehouse.risk.RuleBuilder.rule;

import dev.gatehouse.change.FieldPattern;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ManifestObject;
import dev.gatehouse.change.ObjectChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Crossplane managed resources: an object in Git, and a real thing behind it. */
final class ManagedRules {
  private static final String SAFE = "Create, Observe, Update, LateInitialize";
  private static final String ANNOTATION = "metadata.annotations." + EXTERNAL_NAME;
  private static final Severity LOSS = Severity.migration(CRITICAL, Reversibility.R3);
  private static final Severity OTHER = Severity.migration(CRITICAL, Reversibility.R2);
  private static final Severity IGNORED = Severity.infrastructure(HIGH, Reversibility.R2);

  private ManagedRules() {}

  static List<RiskRule> all() {
    return List.of(
        rule("X1", "a managed resource removed while its policies let the real one be deleted")
            .on(change -> isDeletable(change) && !ManagedResources.isOrphan(change.present()))
            .when(REMOVED)
            .means(LOSS, "is removed, and its policies let Crossplane delete the real one")
            .on(change -> isDeletable(change) && ManagedResources.isOrphan(change.present()))
            .when(REMOVED)
            .means(
                LOSS,
                "is removed, and only deletionPolicy Orphan, which v2 drops, saves the real one")
            .build(),
        rule("X2", "deletionPolicy Orphan beside managementPolicies that list Delete")
            .on(ManagedRules::contradicts)
            .when(ADDED, MODIFIED)
            .refuses(
                LOSS,
                "says Orphan and lists Delete: Crossplane deletes the real one all the same",
                "Take Delete out of spec.managementPolicies: list " + SAFE + ".")
            .build(),
        rule("X3", "a managed resource moved to Crossplane v2 without a policy of its own")
            .finding((diff, input) -> moved(diff), LOSS)
            .build(),
        rule("X4", "crossplane.io/external-name added, changed or removed")
            .finding((diff, input) -> renamed(diff), OTHER)
            .build(),
        rule("X10", "the place of a real resource, which cannot change")
            .on(change -> ManagedResources.isManaged(change.key()))
            .when(MODIFIED)
            .field(
                "spec.forProvider.region",
                "spec.forProvider.location",
                "spec.forProvider.availabilityZone")
            .means(IGNORED, "goes from {before} to {after}: accepted here, and never applied there")
            .build());
  }

  private static boolean isDeletable(ObjectChange change) {
    return ManagedResources.isManaged(change.key())
        && ManagedResources.policiesAllowDelete(change.present());
  }

  private static boolean contradicts(ObjectChange change) {
    return ManagedResources.isManaged(change.key())
        && ManagedResources.isOrphan(change.present())
        && ManagedResources.listsDelete(change.present())
        && Stream.of("spec.deletionPolicy", "spec.managementPolicies")
            .anyMatch(field -> !FieldPattern.of(field).changes(change).isEmpty());
  }

  private static List<Finding> moved(ManifestDiff diff) {
    List<Finding> found = new ArrayList<>();
    for (ObjectChange change : diff.changes()) {
      Optional<ManifestObject> old = predecessor(change, diff);
      if (old.isPresent() && ManagedResources.policiesAllowDelete(change.present())) {
        Finding finding =
            Finding.of(
                change,
                "spec.managementPolicies",
                LOSS,
                "takes over from "
                    + old.get().key().label()
                    + " with full control: v2 knows no deletionPolicy, so removing it deletes the"
                    + " real one");
        boolean silent = ManagedResources.policies(change.present()).isEmpty();
        found.add(silent ? finding.blocked(remedy(change, old.get())) : finding);
      }
    }
    return found;
  }

  private static String remedy(ObjectChange change, ManifestObject old) {
    String name =
        ManagedResources.externalName(old)
            .map(external -> EXTERNAL_NAME + ": " + external)
            .orElse(
                EXTERNAL_NAME
                    + " (read it with: kubectl get "
                    + old.key().kind().toLowerCase(Locale.ROOT)
                    + "."
                    + old.key().group()
                    + " "
                    + old.key().name()
                    + " -o yaml)");
    return "List spec.managementPolicies: ["
        + SAFE
        + "] on "
        + change.key().label()
        + " and copy the annotation "
        + name
        + " from the old object.";
  }

  private static List<Finding> renamed(ManifestDiff diff) {
    List<Finding> found = new ArrayList<>();
    for (ObjectChange change : diff.changes()) {
      if (ManagedResources.isManaged(change.key()) && change.type() != REMOVED) {
        ManifestObject now = change.present();
        Optional<ManifestObject> old = change.before().or(() -> predecessor(change, diff));
        Optional<String> before = old.flatMap(ManagedResources::externalName);
        Optional<String> after = ManagedResources.externalName(now);
        boolean looks = old.isEmpty() && ManagedResources.onlyObserves(now);
        if (!before.equals(after) && !looks) {
          found.add(
              Finding.of(
                  change,
                  ANNOTATION,
                  OTHER,
                  "the real thing's name goes from "
                      + before.orElse("nothing")
                      + " to "
                      + after.orElse("nothing")
                      + ": another one is adopted, or a second one made and the first lost"));
        }
      }
    }
    return found;
  }

  /** Returns the v1 object that a new v2 object replaces in the same change. */
  private static Optional<ManifestObject> predecessor(ObjectChange change, ManifestDiff diff) {
    if (change.type() != ADDED || !ManagedResources.isNamespaced(change.key().group())) {
      return Optional.empty();
    }
    String group = ManagedResources.firstGroup(change.key().group());
    return diff.removed().stream()
        .filter(old -> old.key().group().equals(group))
        .filter(old -> old.key().kind().equals(change.key().kind()))
        .filter(old -> old.key().name().equals(change.key().name()))
        .flatMap(old -> old.before().stream())
        .findFirst();
  }
}
