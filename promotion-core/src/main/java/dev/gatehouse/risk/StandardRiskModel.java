package dev.gatehouse.risk;

import dev.gatehouse.change.ManifestDiff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Computes risk from rules: class is the highest, reversibility the worst, and level the highest of
 * all floors and of impact × success.
 *
 * <p>Nothing that is found is ever outweighed by something else. A rule that breaks on what it
 * reads makes the change HIGH. Immutable and thread-safe.
 */
public final class StandardRiskModel implements RiskModel {
  /** The rule id of a factor that says how many factors are not listed. */
  static final String MORE = "more";

  /** The rule id of the factor that says why exposure and history raise the level. */
  static final String RAISED = "reach";

  private static final int LISTED = 200;

  /** By how sure the past makes us, and by impact 1, 2, 3. */
  private static final Map<TrackRecord.Band, List<RiskLevel>> EXPECTED =
      Map.of(
          TrackRecord.Band.HIGH, List.of(RiskLevel.LOW, RiskLevel.LOW, RiskLevel.MEDIUM),
          TrackRecord.Band.MEDIUM, List.of(RiskLevel.LOW, RiskLevel.MEDIUM, RiskLevel.HIGH),
          TrackRecord.Band.LOW, List.of(RiskLevel.MEDIUM, RiskLevel.HIGH, RiskLevel.HIGH));

  private static final Comparator<RiskFactor> MOST_SEVERE_FIRST =
      Comparator.comparing((RiskFactor factor) -> factor.blocker().isEmpty())
          .thenComparing(RiskFactor::floor, Comparator.reverseOrder())
          .thenComparing(RiskFactor::changeClass, Comparator.reverseOrder())
          .thenComparing(RiskFactor::reversibility, Comparator.reverseOrder())
          .thenComparing(RiskFactor::rule)
          .thenComparing(RiskFactor::sentence);

  private final List<RiskRule> rules;
  private final KnownKinds kinds;

  /**
   * Creates a model.
   *
   * @param rules the rules; {@link StandardRules#all} and a team's own
   * @param kinds the kinds whose class is known
   * @throws IllegalArgumentException if two rules have one id
   */
  public StandardRiskModel(List<RiskRule> rules, KnownKinds kinds) {
    Set<String> ids = new HashSet<>();
    for (RiskRule rule : rules) {
      if (!ids.add(rule.id())) {
        throw new IllegalArgumentException("two risk rules are called " + rule.id());
      }
    }
    this.rules = List.copyOf(rules);
    this.kinds = kinds;
  }

  /** Returns the model with the rules and kinds that Gatehouse brings. */
  public static StandardRiskModel standard() {
    KnownKinds kinds = KnownKinds.standard();
    return new StandardRiskModel(StandardRules.all(kinds), kinds);
  }

  @Override
  public RiskAssessment assess(RiskInput input) {
    Set<RiskFactor> found = new LinkedHashSet<>();
    for (ManifestDiff diff : input.diffs().values()) {
      for (RiskRule rule : rules) {
        found.addAll(applied(rule, diff, input));
      }
    }
    boolean effect = input.diffs().values().stream().anyMatch(diff -> !diff.isEmpty());
    Severity worst =
        found.stream()
            .map(RiskFactor::severity)
            .reduce(Severity.application(RiskLevel.LOW, Reversibility.R0), Severity::worst);
    RiskLevel level = effect ? worst.floor().max(expected(input)) : RiskLevel.LOW;
    List<RiskFactor> factors = new ArrayList<>();
    if (effect && level != worst.floor()) {
      factors.add(raised(worst, level, input));
    }
    factors.addAll(listed(found));
    return new RiskAssessment(
        worst.changeClass(), level, worst.reversibility(), input.exposure(), factors, effect);
  }

  /** Says why the level is higher than that of every place in the diff. */
  private RiskFactor raised(Severity worst, RiskLevel level, RiskInput input) {
    String sentence =
        "raised from %s to %s: %s, %s"
            .formatted(
                worst.floor(),
                level,
                isShared(input)
                    ? "a cluster-wide object that several tenants use"
                    : input.exposure().reach(),
                input.trackRecord().label());
    return new RiskFactor(
        RAISED,
        worst.changeClass(),
        level,
        worst.reversibility(),
        "",
        Optional.empty(),
        "",
        sentence,
        Optional.empty());
  }

  private static List<RiskFactor> applied(RiskRule rule, ManifestDiff diff, RiskInput input) {
    try {
      return rule.assess(diff, input);
    } catch (RuntimeException broken) {
      return diff.isEmpty() ? List.of() : List.of(cannotClassify(rule, diff, broken));
    }
  }

  private static RiskFactor cannotClassify(
      RiskRule rule, ManifestDiff diff, RuntimeException broken) {
    String file =
        diff.changes().isEmpty() ? diff.unreadable().get(0).file() : diff.changes().get(0).file();
    return new Finding(
            file,
            Optional.empty(),
            "",
            FallbackRules.CANNOT_CLASSIFY,
            "cannot classify: rule "
                + rule.id()
                + " broke on what it read ("
                + broken.getClass().getSimpleName()
                + ")",
            Optional.empty())
        .factor(rule.id());
  }

  /** The level that impact and past success alone give. */
  private RiskLevel expected(RiskInput input) {
    int impact = isShared(input) ? 3 : input.exposure().impact();
    return EXPECTED.getOrDefault(input.trackRecord().band(), List.of()).get(impact - 1);
  }

  private boolean isShared(RiskInput input) {
    return input.exposure().tenants().size() > 1
        && input.diffs().values().stream().anyMatch(kinds::anyClusterScoped);
  }

  /** A plain factor stays unsaid where another about the same object covers it. */
  private static List<RiskFactor> listed(Set<RiskFactor> found) {
    Map<List<Object>, List<RiskFactor>> special =
        found.stream()
            .filter(factor -> !factor.rule().equals(FallbackRules.PLAIN))
            .collect(Collectors.groupingBy(factor -> List.of(factor.file(), factor.object())));
    List<RiskFactor> told =
        found.stream()
            .filter(
                factor ->
                    !factor.rule().equals(FallbackRules.PLAIN)
                        || special
                            .getOrDefault(List.of(factor.file(), factor.object()), List.of())
                            .stream()
                            .noneMatch(other -> other.severity().covers(factor.severity())))
            .sorted(MOST_SEVERE_FIRST)
            .toList();
    return told.size() <= LISTED ? told : shortened(told);
  }

  private static List<RiskFactor> shortened(List<RiskFactor> told) {
    List<RiskFactor> first = new ArrayList<>(told.subList(0, LISTED));
    RiskFactor next = told.get(LISTED);
    String text = told.size() - LISTED + " more places are not listed";
    first.add(
        new Finding(next.file(), Optional.empty(), "", next.severity(), text, Optional.empty())
            .factor(MORE));
    return first;
  }
}
