package dev.gatehouse.risk;

import static dev.gatehouse.change.ObjectChange.Type.MODIFIED;
import static dev.gatehouse.change.ObjectChange.Type.REMOVED;
import static dev.gatehouse.risk.RiskLevel.CRITICAL;
import static dev.gatehouse.risk.RiskLevel.HIGH;
import static dev.gatehouse.risk.RiskLevel.MEDIUM;
import static dev.gatehouse.risk.RuleBuilder.rule;

import dev.gatehouse.change.FieldChange;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ObjectChange;
import dev.gatehouse.change.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What disappears, and what Argo CD does with what is there. */
final class ArgoRules {
  private static final String APPLICATION = "argoproj.io/Application";
  private static final String APPLICATIONS = "argoproj.io/ApplicationSet";
  private static final Set<String> HOLDERS =
      Set.of(APPLICATION, APPLICATIONS, "Namespace", "PersistentVolumeClaim", "PersistentVolume");
  private static final Severity GONE = Severity.infrastructure(HIGH, Reversibility.R2);
  private static final Severity ALL_GONE = Severity.infrastructure(CRITICAL, Reversibility.R2);
  private static final Severity SYNC = Severity.infrastructure(MEDIUM, Reversibility.R1);

  private ArgoRules() {}

  static List<RiskRule> all() {
    return List.of(
        rule("D1", "five objects or a fifth of a target removed in one change, or a target emptied")
            .finding((diff, input) -> removed(diff), GONE, ALL_GONE)
            .build(),
        applications(),
        rule("D3", "Replace, Force, prune or self-heal switched on; sync waves and hooks reordered")
            .on(APPLICATION, APPLICATIONS)
            .field(
                "**.syncPolicy.automated.prune",
                "**.syncPolicy.automated.selfHeal",
                "**.syncPolicy.syncOptions")
            .where(ArgoRules::switchesOn)
            .means(SYNC, "a later sync may delete or replace more than until now")
            .on(change -> true)
            .when(MODIFIED)
            .field(
                "metadata.annotations[argocd.argoproj.io/sync-wave]",
                "metadata.annotations[argocd.argoproj.io/hook]",
                "metadata.annotations[argocd.argoproj.io/hook-delete-policy]",
                "metadata.annotations[argocd.argoproj.io/sync-options]")
            .means(
                SYNC,
                "goes from {before} to {after}: a later sync does other things in another order")
            .build(),
        rule("F1", "a finalizer added or removed")
            .on(change -> true)
            .when(MODIFIED)
            .field("metadata.finalizers")
            .means(GONE, "decides whether a deletion cascades, orphans or never ends")
            .build());
  }

  private static RiskRule applications() {
    return rule("D2", "an Argo CD Application that goes, or points to something else")
        .on(APPLICATION)
        .when(REMOVED)
        .means(ALL_GONE, "the application goes, and with a cascade everything it deployed")
        .on(APPLICATIONS)
        .when(REMOVED)
        .means(ALL_GONE, "every application that it generates goes")
        .on(APPLICATION)
        .when(MODIFIED)
        .field(
            "spec.destination",
            "spec.project",
            "spec.source.path",
            "spec.source.repoURL",
            "spec.sources.*.path",
            "spec.sources.*.repoURL")
        .means(
            ALL_GONE,
            "goes from {before} to {after}: what it deployed until now is deleted or left alone")
        .on(APPLICATIONS)
        .when(MODIFIED)
        .field(
            "spec.generators",
            "spec.template.metadata",
            "spec.template.spec.destination",
            "spec.template.spec.project",
            "spec.template.spec.source.path",
            "spec.template.spec.source.repoURL",
            "spec.template.spec.sources.*.path",
            "spec.template.spec.sources.*.repoURL")
        .means(ALL_GONE, "other applications are generated: those that fall out are deleted")
        .build();
  }

  private static List<Finding> removed(ManifestDiff diff) {
    List<ObjectChange> gone =
        diff.removed().stream()
            .filter(change -> KnownKinds.isObject(change.key()) && !isRenamed(change.key(), diff))
            .toList();
    boolean emptied = !gone.isEmpty() && diff.objectsAfter() == 0;
    if (gone.size() < 5 && 5 * gone.size() < Math.max(1, diff.objectsBefore()) && !emptied) {
      return List.of();
    }
    if (gone.isEmpty()) {
      return List.of();
    }
    boolean holders =
        gone.stream().anyMatch(change -> HOLDERS.contains(RuleBuilder.name(change.key())));
    String names = Wording.list(gone.stream().map(change -> change.key().label()).toList());
    String file = gone.stream().map(ObjectChange::file).min(String::compareTo).orElse("");
    String text =
        gone.size() + " of " + diff.objectsBefore() + " objects would be deleted: " + names;
    return List.of(
        new Finding(file, Optional.empty(), "", holders ? ALL_GONE : GONE, text, Optional.empty()));
  }

  /** A generator's hash at the end of a name makes a new object of an edited one. */
  private static boolean isRenamed(ObjectKey key, ManifestDiff diff) {
    String stem = key.name().replaceFirst("-[a-z0-9]{10}$", "");
    boolean generated = key.kind().equals("ConfigMap") || key.kind().equals("Secret");
    return generated
        && !stem.equals(key.name())
        && diff.changes().stream()
            .filter(change -> change.type() == ObjectChange.Type.ADDED)
            .map(ObjectChange::key)
            .anyMatch(
                other ->
                    other.kind().equals(key.kind())
                        && other.namespace().equals(key.namespace())
                        && other
                            .name()
                            .matches(java.util.regex.Pattern.quote(stem) + "-[a-z0-9]{10}"));
  }

  private static boolean switchesOn(FieldChange field) {
    return ValueFields.becomes(field, "true")
        || !dangerous(field.before()).containsAll(dangerous(field.after()));
  }

  private static Set<String> dangerous(Optional<ManifestNode> options) {
    return options.map(ManifestNode::items).orElse(List.of()).stream()
        .map(ManifestNode::text)
        .filter(option -> option.equals("Replace=true") || option.equals("Force=true"))
        .collect(Collectors.toSet());
  }
}
