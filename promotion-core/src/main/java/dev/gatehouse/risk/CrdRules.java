package dev.gatehouse.risk;

import static dev.gatehouse.change.ObjectChange.Type.ADDED;
import static dev.gatehouse.change.ObjectChange.Type.MODIFIED;
import static dev.gatehouse.change.ObjectChange.Type.REMOVED;
import static dev.gatehouse.risk.RiskLevel.CRITICAL;
import static dev.gatehouse.risk.RiskLevel.HIGH;
import static dev.gatehouse.risk.RiskLevel.LOW;
import static dev.gatehouse.risk.RuleBuilder.rule;

import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ObjectChange;
import java.util.List;
import java.util.function.Function;

/** Custom resource definitions: losing one loses every object of its kind. */
final class CrdRules {
  /** The annotation by which an owner says, in a commit of its own, that the objects may go. */
  static final String ALLOW_DELETION = "gatehouse.dev/allow-deletion";

  private static final String CRD = "apiextensions.k8s.io/CustomResourceDefinition";
  private static final Severity LOSS = Severity.migration(CRITICAL, Reversibility.R3);
  private static final Severity STORED = Severity.migration(HIGH, Reversibility.R2);
  private static final Severity MORE = Severity.infrastructure(LOW, Reversibility.R1);

  private CrdRules() {}

  static List<RiskRule> all() {
    return List.of(deleted(), narrowed(), extended());
  }

  private static RiskRule deleted() {
    return rule("C1", "a custom resource definition deleted, or no longer rendered")
        .on(change -> isCrd(change) && !isDeletionAllowed(change))
        .when(REMOVED)
        .refuses(
            LOSS,
            "leaves the desired state, and with it go all objects of its kind, in every namespace",
            "Keep the definition in the rendered set; if its objects must really go, first merge"
                + " the annotation "
                + ALLOW_DELETION
                + ": \"true\" on it.")
        .on(change -> isCrd(change) && isDeletionAllowed(change))
        .when(REMOVED)
        .means(LOSS, "is deleted on purpose, and with it all objects of its kind")
        .build();
  }

  private static RiskRule narrowed() {
    return rule(
            "C2",
            "a definition whose stored objects no longer fit: scope, versions, conversion, schema")
        .on(CRD)
        .when(MODIFIED)
        .field("spec.scope", "spec.conversion", "spec.versions.*.storage")
        .means(STORED, "goes from {before} to {after}: stored objects stay in their form")
        .on(CRD)
        .when(MODIFIED)
        .field("spec.versions.*.served")
        .where(field -> !ValueFields.becomes(field, "true"))
        .means(STORED, "the version is no longer served: clients that use it break")
        .on(CRD)
        .when(MODIFIED)
        .field("spec.versions.*")
        .where(ValueFields::isGone)
        .means(STORED, "the version is gone: objects stored in it cannot be read")
        .finding((diff, input) -> schema(diff, SchemaDiff::narrowed, STORED), STORED)
        .build();
  }

  private static RiskRule extended() {
    return rule("C3", "a custom resource definition added, or extended by optional fields")
        .on(CRD)
        .when(ADDED)
        .means(MORE, "is new; nothing uses it yet")
        .finding((diff, input) -> schema(diff, SchemaDiff::added, MORE), MORE)
        .build();
  }

  private static List<Finding> schema(
      ManifestDiff diff, Function<SchemaDiff, List<SchemaDiff.Place>> side, Severity severity) {
    return diff.changes().stream()
        .filter(change -> isCrd(change) && change.type() == MODIFIED)
        .flatMap(
            change ->
                side.apply(SchemaDiff.of(change)).stream()
                    .map(place -> Finding.of(change, place.path(), severity, place.text())))
        .toList();
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
