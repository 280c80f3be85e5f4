package dev.gatehouse.risk;

import static dev.gatehouse.change.ObjectChange.Type.ADDED;
import static dev.gatehouse.change.ObjectChange.Type.MODIFIED;
import static dev.gatehouse.risk.RiskLevel.CRITICAL;
import static dev.gatehouse.risk.RiskLevel.HIGH;
import static dev.gatehouse.risk.RuleBuilder.rule;

import dev.gatehouse.change.FieldChange;
import dev.gatehouse.change.FieldPattern;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ObjectChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs and scripts that change the form of stored data. */
final class MigrationRules {
  private static final Severity FORWARD = Severity.migration(HIGH, Reversibility.R2);
  private static final Severity LOSS = Severity.migration(CRITICAL, Reversibility.R3);
  private static final Pattern TOOL =
      Pattern.compile(
          "\\b(flyway|liquibase|alembic|prisma|goose|sqitch|golang-migrate|atlas migrate|db:migrate)\\b");
  private static final Pattern INLINE_SQL =
      Pattern.compile(
          "(?is)^.*?\\b((?:drop\\s+(?:table|database|schema|view)|truncate\\s+table)\\b.*)$");
  private static final List<FieldPattern> JOBS = PodFields.of("containers.*", "initContainers.*");
  private static final List<FieldPattern> SERVERS = PodFields.of("initContainers.*");
  private static final FieldPattern SCRIPTS = FieldPattern.of("data.*");

  private MigrationRules() {}

  static List<RiskRule> all() {
    return List.of(
        rule("M1", "a migration tool in a job, hook or init container; SQL that changes tables")
            .finding((diff, input) -> programs(diff), FORWARD, LOSS)
            .finding((diff, input) -> scripts(diff), FORWARD, LOSS)
            .build());
  }

  private static List<Finding> programs(ManifestDiff diff) {
    List<Finding> found = new ArrayList<>();
    for (ObjectChange change : diff.changes()) {
      boolean job = change.key().kind().equals("Job") || change.key().kind().equals("CronJob");
      for (FieldPattern pattern : job || change.key().kind().equals("Pod") ? JOBS : SERVERS) {
        for (FieldChange container : pattern.changes(change)) {
          container.after().flatMap(node -> program(change, container, node)).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<Finding> program(
      ObjectChange change, FieldChange container, ManifestNode node) {
    String words =
        Stream.concat(
                node.textAt("image").stream(),
                Stream.of("command", "args")
                    .flatMap(list -> node.itemsAt(list).stream())
                    .map(ManifestNode::text))
            .collect(Collectors.joining(" "));
    List<String> lost = Sql.destructive(INLINE_SQL.matcher(words).replaceFirst("$1"));
    if (!lost.isEmpty()) {
      return Optional.of(Finding.of(change, container.path(), LOSS, "destroys data: " + lost));
    }
    Matcher tool = TOOL.matcher(words);
    return tool.find()
        ? Optional.of(
            Finding.of(
                change,
                container.path(),
                FORWARD,
                "runs "
                    + tool.group()
                    + ": the data only goes forward and an automatic rollback of it is refused;"
                    + " the image may be reverted"))
        : Optional.empty();
  }

  private static List<Finding> scripts(ManifestDiff diff) {
    List<Finding> found = new ArrayList<>();
    for (ObjectChange change : diff.changes()) {
      if (change.key().kind().equals("ConfigMap")
          && (change.type() == ADDED || change.type() == MODIFIED)) {
        for (FieldChange script : SCRIPTS.changes(change)) {
          if (script.path().endsWith(".sql") && script.after().isPresent()) {
            script(change, script, script.after().get().text()).ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }

  private static Optional<Finding> script(ObjectChange change, FieldChange script, String sql) {
    return switch (Sql.of(sql)) {
      case NONE -> Optional.empty();
      case EXPAND ->
          Optional.of(
              Finding.of(
                  change,
                  script.path(),
                  FORWARD,
                  "an expand step: it only adds, so the version before still works; forward only"));
      case NARROW ->
          Optional.of(
              Finding.of(
                  change,
                  script.path(),
                  FORWARD,
                  "narrows or renames what is stored: the version before may not work with it"));
      case DESTROY ->
          Optional.of(
              Finding.of(change, script.path(), LOSS, "destroys data: " + Sql.destructive(sql)));
    };
  }
}
