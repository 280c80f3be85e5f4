package dev.gatehouse.risk;

import static dev.gatehouse.change.ObjectChange.Type.MODIFIED;
import static dev.gatehouse.risk.RiskLevel.HIGH;
import static dev.gatehouse.risk.RiskLevel.LOW;
import static dev.gatehouse.risk.RiskLevel.MEDIUM;
import static dev.gatehouse.risk.RuleBuilder.rule;

import dev.gatehouse.change.FieldChange;
import dev.gatehouse.change.FieldPattern;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ObjectChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files that render into objects somewhere else, so that the real diff is not known here. */
final class FileRules {
  private static final String KUSTOMIZATION = "kustomize.config.k8s.io/Kustomization";
  private static final String GENERATOR = "builtin/HelmChartInflationGenerator";
  private static final String[] CHARTS = {KUSTOMIZATION, GENERATOR, "helm.sh/Chart"};
  private static final String[] VERSIONS = {"helmCharts.*.version", "dependencies.*.version"};
  private static final Pattern REMOTE =
      Pattern.compile("://|[?&](ref|version)=|^[^/\\s]+\\.[a-z]+[/:]");
  private static final List<FieldPattern> LISTS =
      List.of(
          FieldPattern.of("resources"), FieldPattern.of("bases"), FieldPattern.of("components"));
  private static final String UNKNOWN = ": the rendered diff is not known here";
  private static final Severity MOVED = Severity.infrastructure(MEDIUM, Reversibility.R1);
  private static final Severity MINOR = Severity.infrastructure(LOW, Reversibility.R1);
  private static final Severity DROPPED = Severity.infrastructure(HIGH, Reversibility.R2);

  private FileRules() {}

  static List<RiskRule> all() {
    return List.of(sources(), structure(), ownPolicy());
  }

  private static RiskRule sources() {
    return rule("H1", "a Helm chart's version or source, a remote base, a target revision")
        .on(CHARTS)
        .when(MODIFIED)
        .field(VERSIONS)
        .where(field -> !isMinor(field))
        .means(MOVED, "the chart goes from {before} to {after}, perhaps a new major" + UNKNOWN)
        .on(CHARTS)
        .when(MODIFIED)
        .field(VERSIONS)
        .where(FileRules::isMinor)
        .means(MINOR, "the chart goes from {before} to {after}" + UNKNOWN)
        .on(GENERATOR)
        .when(MODIFIED)
        .field("version", "repo", "name")
        .means(MOVED, "the chart goes from {before} to {after}" + UNKNOWN)
        .on(CHARTS)
        .when(MODIFIED)
        .field("helmCharts.*.repo", "helmCharts.*.name", "dependencies.*.repository")
        .means(MOVED, "the chart comes from {after} instead of {before}" + UNKNOWN)
        .on("argoproj.io/Application", "argoproj.io/ApplicationSet")
        .when(MODIFIED)
        .field("**.targetRevision", "**.source.helm", "**.source.kustomize", "**.source.chart")
        .means(MOVED, "goes from {before} to {after}" + UNKNOWN)
        .finding((diff, input) -> remotes(diff, true), MOVED)
        .build();
  }

  private static RiskRule structure() {
    return rule(
            "H2",
            "a remote base dropped, a patch that comes or goes, names or labels changed for all")
        .finding((diff, input) -> remotes(diff, false), DROPPED)
        .on(KUSTOMIZATION)
        .when(MODIFIED)
        .field(
            "namespace",
            "namePrefix",
            "nameSuffix",
            "commonLabels",
            "labels",
            "patches",
            "patchesStrategicMerge",
            "patchesJson6902",
            "replacements",
            "transformers")
        .means(MOVED, "touches every object that is built here" + UNKNOWN)
        .on(change -> change.key().isPatch() && change.type() != MODIFIED)
        .means(MOVED, "the patch comes or goes" + UNKNOWN)
        .build();
  }

  private static RiskRule ownPolicy() {
    return rule("E1", "the policy of Gatehouse itself")
        .on(change -> change.file().matches("(.*/)?gatehouse\\.ya?ml"))
        .means(
            Severity.infrastructure(HIGH, Reversibility.R0),
            "the rules for promotions change; loosening them needs a second person")
        .build();
  }

  private static boolean isMinor(FieldChange field) {
    String before = Wording.value(field.before());
    String after = Wording.value(field.after());
    return Versions.isVersion(before)
        && Versions.isVersion(after)
        && Versions.compare(before, after, 1) == 0;
  }

  private static List<Finding> remotes(ManifestDiff diff, boolean moved) {
    List<Finding> found = new ArrayList<>();
    for (ObjectChange change : diff.changes()) {
      if (change.type() == MODIFIED && RuleBuilder.name(change.key()).equals(KUSTOMIZATION)) {
        for (FieldPattern list : LISTS) {
          list.changes(change).forEach(field -> found.addAll(remotes(change, field, moved)));
        }
      }
    }
    return found;
  }

  /** An entry that is gone was moved where the same base is there at another ref. */
  private static List<Finding> remotes(ObjectChange change, FieldChange list, boolean moved) {
    Map<String, String> before = byBase(list.before());
    Map<String, String> after = byBase(list.after());
    List<Finding> found = new ArrayList<>();
    before.forEach(
        (base, entry) -> {
          String next = after.getOrDefault(base, "");
          if (moved && !next.isEmpty() && !next.equals(entry)) {
            String text = "the base " + base + " goes from " + entry + " to " + next + UNKNOWN;
            found.add(Finding.of(change, list.path(), MOVED, text));
          } else if (!moved && next.isEmpty() && REMOTE.matcher(entry).find()) {
            String text = entry + " is dropped, and everything it brought would be deleted";
            found.add(Finding.of(change, list.path(), DROPPED, text));
          }
        });
    return found;
  }

  private static Map<String, String> byBase(Optional<ManifestNode> list) {
    Map<String, String> byBase = new LinkedHashMap<>();
    list.map(ManifestNode::items)
        .orElse(List.of())
        .forEach(item -> byBase.put(item.text().replaceFirst("\\?.*$", ""), item.text()));
    return byBase;
  }
}
