package dev.gatehouse.evidence;

import static dev.gatehouse.evidence.KnownCheck.Shape.ATTESTED;
import static dev.gatehouse.evidence.KnownCheck.Shape.CONDITION;
import static dev.gatehouse.evidence.KnownCheck.Shape.COUNT;
import static dev.gatehouse.evidence.KnownCheck.Shape.NUMBER_AT_LEAST;
import static dev.gatehouse.evidence.KnownCheck.Shape.NUMBER_AT_MOST;

import dev.gatehouse.evidence.KnownCheck.Shape;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The one catalogue of checks that Gatehouse knows by name. */
public final class KnownChecks {
  private static final String PIPELINE = "the build pipeline";
  private static final String SCANNER = "a scanner";
  private static final String CATALOGUE = "the software catalogue";
  private static final String REPOSITORY = "the source repository";
  private static final String OPERATOR = "the person who prepares the change";
  private static final String MONITORING = "monitoring";

  private static final List<KnownCheck> ALL =
      List.of(
          check(
              "doc.readme",
              "The README says what it is, how to run it and whom to ask.",
              CONDITION,
              REPOSITORY),
          check(
              "doc.techdocs",
              "The documentation site builds without dead links.",
              CONDITION,
              REPOSITORY),
          check("doc.runbook", "Every alert has a runbook.", CONDITION, REPOSITORY),
          check(
              "doc.changelog",
              "The changelog describes the promoted version.",
              CONDITION,
              REPOSITORY),
          check(
              "doc.rollback",
              "A rollback is described for this class of change.",
              CONDITION,
              REPOSITORY),
          check(
              "doc.api",
              "The API is documented and its deprecations have dates.",
              NUMBER_AT_LEAST,
              REPOSITORY),
          check(
              "own.catalog",
              "The catalogue entry is valid and its owner exists.",
              CONDITION,
              CATALOGUE),
          check(
              "own.group",
              "The owner is a group with at least two active members.",
              NUMBER_AT_LEAST,
              CATALOGUE),
          check("own.codeowners", "Every changed path has an owner.", CONDITION, REPOSITORY),
          check("own.oncall", "A person is on call for it.", CONDITION, "the on-call schedule"),
          check(
              "own.escalate", "The support channel and its hours are given.", CONDITION, CATALOGUE),
          check(
              "adopt.consumers",
              "Enough consumers run a supported version.",
              NUMBER_AT_LEAST,
              CATALOGUE),
          check(
              "adopt.downstream",
              "The earlier stage was really used.",
              NUMBER_AT_LEAST,
              MONITORING),
          check("adopt.goldenpath", "It follows the current template.", CONDITION, REPOSITORY),
          check(
              "adopt.deprecated",
              "It uses no API that the target cluster removes.",
              CONDITION,
              SCANNER),
          check(
              "trust.signed",
              "The images are signed by the expected identity.",
              ATTESTED,
              PIPELINE),
          check(
              "trust.provenance",
              "The provenance names the expected builder and source.",
              ATTESTED,
              PIPELINE),
          check("trust.sbom", "A software bill of materials is attached.", ATTESTED, PIPELINE),
          check("trust.vulns", "No critical vulnerability is open.", NUMBER_AT_MOST, SCANNER),
          check("trust.tests", "The required tests passed on this commit.", CONDITION, PIPELINE),
          check(
              "trust.verified",
              "The earlier stage was verified and still is.",
              CONDITION,
              MONITORING),
          check(
              "use.slo", "It has a service level objective and a dashboard.", CONDITION, CATALOGUE),
          check("use.feedback", "Users can answer and are answered.", CONDITION, CATALOGUE),
          check("use.selfservice", "The example installs without errors.", CONDITION, PIPELINE),
          check("use.exit", "Removal and data retention are described.", CONDITION, REPOSITORY),
          check("rehearsal", "The change was rehearsed outside production.", CONDITION, OPERATOR),
          check("diff.live", "The difference from what is live was reviewed.", CONDITION, OPERATOR),
          check("tenants.told", "The tenants were informed.", CONDITION, OPERATOR),
          check("blast.list", "What can be affected is listed.", CONDITION, OPERATOR),
          check("restore.point", "A restore point exists.", CONDITION, "the backup system"),
          check("restore.test", "A restore was tested.", CONDITION, "the backup system"),
          check("source.paused", "The source of the data is paused.", CONDITION, OPERATOR),
          check(
              "orphan.proof",
              "Nothing is left without an owner after the move.",
              CONDITION,
              OPERATOR),
          check("change.record", "A change record exists.", ATTESTED, OPERATOR),
          check("deletion.list", "What will be deleted is listed.", CONDITION, OPERATOR),
          check(
              "bake.analysis",
              "The analysis of the rollout succeeded on every target.",
              CONDITION,
              "the control plane"),
          check("bake.samples", "How many observations a bake has seen.", COUNT, MONITORING));

  private static final Map<CheckName, KnownCheck> BY_NAME =
      Collections.unmodifiableMap(
          new TreeMap<>(ALL.stream().collect(Collectors.toMap(KnownCheck::name, each -> each))));

  private KnownChecks() {}

  /** Returns all of them, in the order of the reference page. */
  public static List<KnownCheck> all() {
    return ALL;
  }

  /** Returns the check of this name; empty for one of a team's own. */
  public static Optional<KnownCheck> find(CheckName name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /**
   * Returns the name of a check that the catalogue must have.
   *
   * @throws IllegalArgumentException if it has no such check
   */
  public static CheckName named(String name) {
    CheckName check = new CheckName(name);
    if (!BY_NAME.containsKey(check)) {
      throw new IllegalArgumentException("the catalogue has no check " + name);
    }
    return check;
  }

  /** Returns the names, sorted. */
  public static Set<String> names() {
    return BY_NAME.keySet().stream()
        .map(CheckName::value)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static KnownCheck check(String name, String meaning, Shape shape, String knownBy) {
    return new KnownCheck(CheckName.of(name), meaning, shape, knownBy);
  }
}
