package dev.gatehouse.risk;

import static dev.gatehouse.change.ObjectChange.Type.ADDED;
import static dev.gatehouse.change.ObjectChange.Type.MODIFIED;
import static dev.gatehouse.change.ObjectChange.Type.REMOVED;
import static dev.gatehouse.risk.RiskLevel.CRITICAL;
import static dev.gatehouse.risk.RiskLevel.HIGH;
import static dev.gatehouse.risk.RiskLevel.MEDIUM;
import static dev.gatehouse.risk.RuleBuilder.rule;

import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ObjectChange;
import java.util.List;
import java.util.Optional;

/** Crossplane's own objects: compositions, definitions, providers. */
final class CrossplaneRules {
  private static final String COMPOSITION = "apiextensions.crossplane.io/Composition";
  private static final String XRD = "apiextensions.crossplane.io/CompositeResourceDefinition";
  private static final Severity WAITING = Severity.infrastructure(MEDIUM, Reversibility.R1);
  private static final Severity AT_ONCE = Severity.infrastructure(HIGH, Reversibility.R1);
  private static final Severity DRIFT = Severity.migration(HIGH, Reversibility.R1);
  private static final Severity CLAIMS = Severity.migration(CRITICAL, Reversibility.R2);
  private static final Severity CLAIMS_LOST = Severity.migration(CRITICAL, Reversibility.R3);
  private static final Severity PACKAGE = Severity.infrastructure(HIGH, Reversibility.R2);

  private CrossplaneRules() {}

  static List<RiskRule> all() {
    return List.of(paused(), composition(), definition(), accounts(), packages());
  }

  private static RiskRule paused() {
    String field = "metadata.annotations[crossplane.io/paused]";
    return rule("X5", "Crossplane's reconciling paused or resumed")
        .on(change -> true)
        .when(ADDED, MODIFIED)
        .field(field)
        .where(paused -> ValueFields.becomes(paused, "true"))
        .means(WAITING, "is paused: edits wait, and it cannot be deleted")
        .on(change -> true)
        .when(MODIFIED)
        .field(field)
        .where(paused -> !ValueFields.becomes(paused, "true"))
        .means(DRIFT, "is resumed: every pending change is applied immediately")
        .build();
  }

  private static RiskRule composition() {
    return rule("X6", "a Composition that composite resources use")
        .finding(CrossplaneRules::users, WAITING, AT_ONCE)
        .build();
  }

  private static List<Finding> users(ManifestDiff diff, RiskInput input) {
    return diff.changes().stream()
        .filter(change -> RuleBuilder.name(change.key()).equals(COMPOSITION))
        .filter(change -> change.type() != ADDED)
        .map(change -> users(change, input.fleet().composites(change.key().name())))
        .toList();
  }

  private static Finding users(ObjectChange change, Optional<Fleet.Composites> counted) {
    if (counted.isEmpty()) {
      return Finding.of(
          change,
          "",
          AT_ONCE,
          "the resources that use it are not counted: all of them change at the same time;"
              + " set their update policy to Manual or move in waves");
    }
    Fleet.Composites users = counted.get();
    String manual = users.manual() + " " + users.noun() + " set to Manual wait";
    if (users.automatic() == 0) {
      return Finding.of(change, "", WAITING, "nothing changes immediately; " + manual);
    }
    return Finding.of(
        change,
        "",
        AT_ONCE,
        users.automatic()
            + " "
            + users.noun()
            + " in "
            + users.tenants()
            + " tenants change at the same time; set Manual or move in waves ("
            + manual
            + ")");
  }

  private static RiskRule definition() {
    return rule("X7", "a composite resource definition deleted, rescoped, or narrowed")
        .on(XRD)
        .when(REMOVED)
        .means(CLAIMS_LOST, "is deleted, and with it every composite resource and claim")
        .on(XRD)
        .when(MODIFIED)
        .field(
            "spec.scope",
            "spec.claimNames",
            "spec.versions.*.referenceable",
            "spec.versions.*.served")
        .where(field -> field.before().isPresent() || !field.path().contains("claimNames"))
        .means(CLAIMS, "goes from {before} to {after}: existing claims and resources no longer fit")
        .finding((diff, input) -> narrowed(diff), CLAIMS)
        .build();
  }

  private static List<Finding> narrowed(ManifestDiff diff) {
    return diff.changes().stream()
        .filter(change -> RuleBuilder.name(change.key()).equals(XRD))
        .filter(change -> change.type() == MODIFIED)
        .flatMap(
            change ->
                SchemaDiff.of(change).narrowed().stream()
                    .map(place -> Finding.of(change, place.path(), CLAIMS, place.text())))
        .toList();
  }

  private static RiskRule accounts() {
    return rule("X8", "a ProviderConfig, or which one a managed resource uses")
        .on(change -> change.key().kind().endsWith("ProviderConfig"))
        .when(MODIFIED, REMOVED)
        .means(AT_ONCE, "every resource that uses it acts with other credentials, or none")
        .on(change -> ManagedResources.isManaged(change.key()))
        .when(MODIFIED)
        .field("spec.providerConfigRef")
        .means(
            AT_ONCE, "goes from {before} to {after}: the resource may be sought in another account")
        .on(
            change ->
                ManagedResources.isManaged(change.key())
                    && ManagedResources.isNamespaced(change.key().group())
                    && change.present().content().at("spec", "providerConfigRef").isEmpty())
        .when(ADDED)
        .means(AT_ONCE, "names no provider configuration: the cluster's default account is used")
        .build();
  }

  private static RiskRule packages() {
    return rule("X9", "a Crossplane provider, function or configuration package")
        .on(
            "pkg.crossplane.io/Provider",
            "pkg.crossplane.io/Function",
            "pkg.crossplane.io/Configuration")
        .when(MODIFIED, REMOVED)
        .means(PACKAGE, "definitions may go with it, and their objects be orphaned")
        .build();
  }
}
