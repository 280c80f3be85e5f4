package dev.gatehouse.risk;

import static dev.gatehouse.change.Manifest.manifest;
import static dev.gatehouse.risk.Diffs.added;
import static dev.gatehouse.risk.Diffs.input;
import static dev.gatehouse.risk.Diffs.modified;
import static dev.gatehouse.risk.RuleBuilder.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Manifest;
import dev.gatehouse.change.ManifestDiff;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandardRiskModelTest {
  private static final StandardRiskModel MODEL = StandardRiskModel.standard();

  @Test
  void theLevelFollowsImpactAndPastSuccess() {
    TrackRecord good = new TrackRecord(10, 0, 0);
    TrackRecord bad = new TrackRecord(5, 0, 5);
    assertThat(level(exposure(1, 12), good)).isEqualTo(RiskLevel.LOW);
    assertThat(level(exposure(1, 12), TrackRecord.NONE)).isEqualTo(RiskLevel.LOW);
    assertThat(level(exposure(1, 12), bad)).isEqualTo(RiskLevel.MEDIUM);
    assertThat(level(exposure(3, 12), good)).isEqualTo(RiskLevel.LOW);
    assertThat(level(exposure(3, 12), TrackRecord.NONE)).isEqualTo(RiskLevel.MEDIUM);
    assertThat(level(exposure(3, 12), bad)).isEqualTo(RiskLevel.HIGH);
    assertThat(level(exposure(4, 12), good)).isEqualTo(RiskLevel.MEDIUM);
    assertThat(level(exposure(4, 12), TrackRecord.NONE)).isEqualTo(RiskLevel.HIGH);
    assertThat(level(exposure(4, 12), bad)).isEqualTo(RiskLevel.HIGH);
  }

  @Test
  void aRaisedLevelSaysFromWhatToWhatAndWhy() {
    assertThat(whyRaised(exposure(3, 4), TrackRecord.NONE))
        .isEqualTo(
            "raised from LOW to HIGH: 3 of 4 shards at the same time,"
                + " no track record (fewer than 10 promotions in 90 days)");
    assertThat(whyRaised(exposure(1, 4), new TrackRecord(5, 0, 5)))
        .isEqualTo("raised from LOW to MEDIUM: one shard, a poor track record");
    Exposure tierOne =
        new Exposure(Set.of("eu"), 4, Set.of(new ApplicationName("shop")), Set.of(), true);
    assertThat(whyRaised(tierOne, new TrackRecord(20, 0, 0)))
        .isEqualTo("raised from LOW to MEDIUM: a tier-1 application, a good track record");
  }

  @Test
  void aLevelThatComesFromTheDiffIsNotCalledRaised() {
    RiskAssessment risk = MODEL.assess(input(Diffs.unreadable("a.yaml", "line 3 is no YAML")));
    assertThat(risk.factors()).noneMatch(factor -> factor.rule().equals(StandardRiskModel.RAISED));
  }

  private static String whyRaised(Exposure exposure, TrackRecord record) {
    RiskFactor first =
        MODEL
            .assess(input(modified(service("a"), service("b")), exposure, record))
            .factors()
            .get(0);
    assertThat(first.rule()).isEqualTo(StandardRiskModel.RAISED);
    return first.sentence();
  }

  @Test
  void aTierOneApplicationHasTheHighestImpact() {
    Exposure tierOne =
        new Exposure(Set.of("eu"), 12, Set.of(new ApplicationName("shop")), Set.of(), true);
    assertThat(level(tierOne, TrackRecord.NONE)).isEqualTo(RiskLevel.HIGH);
  }

  @Test
  void anObjectThatTenantsShareHasTheHighestImpact() {
    Exposure shared =
        new Exposure(
            Set.of("eu"), 12, Set.of(new ApplicationName("shop")), Set.of("a", "b"), false);
    ManifestDiff own = modified(service("a"), service("b"));
    ManifestDiff theirs = added(CrdExamples.crd());
    assertThat(MODEL.assess(input(own, shared, TrackRecord.NONE)).level())
        .isEqualTo(RiskLevel.MEDIUM);
    assertThat(MODEL.assess(input(theirs, shared, TrackRecord.NONE)).level())
        .isEqualTo(RiskLevel.HIGH);
  }

  @Test
  void anUnreadableFileIsHighAndSaysThatItCannotBeClassified() {
    RiskAssessment risk = MODEL.assess(input(Diffs.unreadable("a.yaml", "line 3 is no YAML")));
    assertThat(risk.effect()).isTrue();
    assertThat(risk.level()).isEqualTo(RiskLevel.HIGH);
    assertThat(risk.changeClass()).isEqualTo(ChangeClass.INFRASTRUCTURE);
    assertThat(risk.factors().get(0).sentence())
        .isEqualTo("a.yaml: cannot classify: line 3 is no YAML");
  }

  @Test
  void aRuleThatBreaksMakesTheChangeHigh() {
    RiskRule broken =
        rule("T1", "nothing")
            .finding(
                (diff, input) -> {
                  throw new IllegalStateException("broken");
                })
            .build();
    RiskAssessment risk =
        new StandardRiskModel(List.of(broken), KnownKinds.standard())
            .assess(input(modified(service("a"), service("b"))));
    assertThat(risk.level()).isEqualTo(RiskLevel.HIGH);
    assertThat(risk.factors().get(0).sentence()).contains("cannot classify: rule T1 broke");
  }

  @Test
  void twoRulesOfOneNameAreRefused() {
    RiskRule one = rule("T1", "nothing").build();
    assertThatThrownBy(() -> new StandardRiskModel(List.of(one, one), KnownKinds.standard()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("T1");
  }

  @Test
  void aTeamAddsItsOwnRuleAndKindInAFewLines() {
    KnownKinds kinds =
        KnownKinds.standard()
            .with("acme.io/Reactor", new KnownKinds.Known(ChangeClass.APPLICATION, false));
    RiskRule own =
        rule("T1", "a reactor that runs hotter")
            .on("acme.io/Reactor")
            .field("spec.degrees")
            .where(Amounts::grows)
            .means(
                Severity.application(RiskLevel.HIGH, Reversibility.R1),
                "goes from {before} to {after} degrees")
            .build();
    List<RiskRule> rules = new java.util.ArrayList<>(StandardRules.all(kinds));
    rules.add(own);
    RiskAssessment risk =
        new StandardRiskModel(rules, kinds).assess(input(modified(reactor(300), reactor(900))));
    assertThat(risk.label()).startsWith("application HIGH, R1");
    assertThat(risk.factors())
        .singleElement()
        .extracting(RiskFactor::sentence)
        .isEqualTo(
            "apps/one.yaml: Reactor shop/one (acme.io), field spec.degrees: goes from 300 to 900"
                + " degrees");
  }

  @Test
  void aPlainFactorIsSaidOnlyWhereNothingElseCoversIt() {
    RiskAssessment plain = MODEL.assess(input(modified(service("a"), service("b"))));
    assertThat(plain.factors()).extracting(RiskFactor::rule).containsExactly("K1");
    RiskAssessment covered = MODEL.assess(input(added(CrdExamples.crd())));
    assertThat(covered.factors()).extracting(RiskFactor::rule).containsExactly("C3");
  }

  @Test
  void aFloodOfFactorsIsCutAndCounted() {
    Manifest[] many =
        IntStream.range(0, 300)
            .mapToObj(i -> manifest("acme.io/v1", "Reactor", "r-" + i))
            .toArray(Manifest[]::new);
    RiskAssessment risk = MODEL.assess(input(added(many)));
    assertThat(risk.factors()).hasSize(201);
    assertThat(risk.factors().get(200).sentence()).contains("100 more places are not listed");
  }

  @Test
  void whatARepositorySaysCannotDrawOnATerminal() {
    RiskAssessment risk =
        MODEL.assess(input(Diffs.unreadable("a\u001b[31m.yaml", "line\n2\u202e is bad")));
    assertThat(risk.factors().get(0).sentence()).doesNotContain("\u001b", "\n", "\u202e");
  }

  private static Exposure exposure(int shards, int total) {
    return new Exposure(
        IntStream.range(0, shards)
            .mapToObj(i -> "s" + i)
            .collect(java.util.stream.Collectors.toSet()),
        total,
        Set.of(new ApplicationName("shop")),
        Set.of(),
        false);
  }

  private static RiskLevel level(Exposure exposure, TrackRecord past) {
    return MODEL.assess(input(modified(service("a"), service("b")), exposure, past)).level();
  }

  private static Manifest service(String app) {
    return manifest("v1", "Service", "web").with("spec.selector.app", app);
  }

  private static Manifest reactor(int degrees) {
    return manifest("acme.io/v1", "Reactor", "one").with("spec.degrees", degrees);
  }
}
