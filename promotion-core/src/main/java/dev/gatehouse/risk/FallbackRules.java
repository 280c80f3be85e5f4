package dev.gatehouse.risk;

import static dev.gatehouse.risk.ChangeClass.APPLICATION;
import static dev.gatehouse.risk.ChangeClass.INFRASTRUCTURE;
import static dev.gatehouse.risk.RiskLevel.HIGH;
import static dev.gatehouse.risk.RiskLevel.LOW;
import static dev.gatehouse.risk.RiskLevel.MEDIUM;
import static dev.gatehouse.risk.RuleBuilder.rule;

import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ObjectChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said where no other rule knows better. */
final class FallbackRules {
  /** The id of the factor that stays unsaid where another covers it. */
  static final String PLAIN = "K1";

  static final Severity CANNOT_CLASSIFY = Severity.infrastructure(HIGH, Reversibility.R1);
  private static final Severity UNKNOWN_KIND = Severity.infrastructure(MEDIUM, Reversibility.R1);

  private FallbackRules() {}

  static List<RiskRule> all(KnownKinds kinds) {
    return List.of(
        rule("U1", "an object whose group and kind Gatehouse does not know")
            .on(change -> kinds.of(change.key()).isEmpty())
            .means(UNKNOWN_KIND, "no rule says what this kind can break")
            .build(),
        rule("U2", "a file that cannot be read safely")
            .finding((diff, input) -> unreadable(diff), CANNOT_CLASSIFY)
            .build(),
        rule(PLAIN, "any other change to an object of a known kind")
            .finding(
                (diff, input) -> plain(diff, kinds),
                severity(APPLICATION),
                severity(INFRASTRUCTURE))
            .build());
  }

  private static List<Finding> unreadable(ManifestDiff diff) {
    return diff.unreadable().stream()
        .map(
            file ->
                new Finding(
                    file.file(),
                    Optional.empty(),
                    "",
                    CANNOT_CLASSIFY,
                    "cannot classify: " + file.why(),
                    Optional.empty()))
        .toList();
  }

  private static List<Finding> plain(ManifestDiff diff, KnownKinds kinds) {
    List<Finding> found = new ArrayList<>();
    for (ObjectChange change : diff.changes()) {
      kinds
          .of(change.key())
          .ifPresent(
              known ->
                  found.add(
                      Finding.of(change, "", severity(known.changeClass()), happened(change))));
    }
    return found;
  }

  private static Severity severity(ChangeClass changeClass) {
    Reversibility way = changeClass == APPLICATION ? Reversibility.R0 : Reversibility.R1;
    return new Severity(changeClass, LOW, way);
  }

  private static String happened(ObjectChange change) {
    String type = change.type().name().toLowerCase(Locale.ROOT);
    int fields = change.fields().size();
    return "is "
        + type
        + (fields == 0 ? "" : " in " + fields + (fields == 1 ? " field" : " fields"));
  }
}
