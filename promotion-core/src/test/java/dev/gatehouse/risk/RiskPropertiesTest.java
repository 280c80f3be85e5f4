package dev.gatehouse.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.Manifest;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ObjectChange;
import dev.gatehouse.change.ObjectKey;
import dev.gatehouse.change.UnreadableFile;
import dev.gatehouse.stage.TargetName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any change, made of the examples of the rules. */
class RiskPropertiesTest {
  private static final RiskModel MODEL = StandardRiskModel.standard();

  @Property(tries = 300)
  void anotherTargetNeverLowersTheRisk(
      @ForAll("examples") List<Example> examples, @ForAll("examples") List<Example> more) {
    Map<TargetName, ManifestDiff> few = targets(examples, 0);
    Map<TargetName, ManifestDiff> many = new LinkedHashMap<>(few);
    many.putAll(targets(more, examples.size()));
    assertNotLower(assess(many), assess(few));
  }

  @Property(tries = 300)
  void anotherFactorNeverLowersTheRisk(
      @ForAll("examples") List<Example> examples, @ForAll("severities") Severity severity) {
    List<RiskRule> rules = new ArrayList<>(StandardRules.all(KnownKinds.standard()));
    rules.add(
        RuleBuilder.rule("T1", "anything").on(change -> true).means(severity, "is there").build());
    RiskInput input = input(targets(examples, 0));
    RiskAssessment with = new StandardRiskModel(rules, KnownKinds.standard()).assess(input);
    assertNotLower(with, MODEL.assess(input));
  }

  @Property(tries = 300)
  void anUnknownKindOrAnUnreadableFileNeverLowersTheRisk(@ForAll("example") Example example) {
    ManifestDiff diff = example.diff();
    List<ObjectChange> changes = new ArrayList<>(diff.changes());
    changes.addAll(Diffs.added(Manifest.manifest("acme.io/v1", "Reactor", "one")).changes());
    List<UnreadableFile> bad = new ArrayList<>(diff.unreadable());
    bad.add(new UnreadableFile("b.yaml", "is a link"));
    RiskAssessment known = MODEL.assess(Diffs.input(diff));
    assertNotLower(
        MODEL.assess(
            Diffs.input(
                new ManifestDiff(
                    changes, diff.unreadable(), diff.objectsBefore(), diff.objectsAfter()))),
        known);
    RiskAssessment unreadable =
        MODEL.assess(
            Diffs.input(
                new ManifestDiff(diff.changes(), bad, diff.objectsBefore(), diff.objectsAfter())));
    assertNotLower(unreadable, known);
    assertThat(unreadable.level()).isGreaterThanOrEqualTo(RiskLevel.HIGH);
  }

  @Property(tries = 300)
  void notKnowingWhatRunsNeverLowersTheRisk(
      @ForAll("example") Example example, @ForAll("counts") int automatic) {
    Fleet fleet = CrossplaneExamples.fleet(automatic, 3);
    assertNotLower(
        MODEL.assess(Diffs.input(example.diff(), Diffs.SMALL, Fleet.UNKNOWN)),
        MODEL.assess(Diffs.input(example.diff(), Diffs.SMALL, fleet)));
  }

  @Property(tries = 300)
  void theOrderOfObjectsDoesNotMatter(
      @ForAll("examples") List<Example> examples, @ForAll Random random) {
    List<ObjectChange> changes = changesOfDifferentObjects(examples);
    ManifestDiff straight = new ManifestDiff(changes, List.of(), 60, 50);
    Collections.shuffle(changes, random);
    ManifestDiff shuffled = new ManifestDiff(changes, List.of(), 60, 50);
    assertThat(MODEL.assess(Diffs.input(shuffled))).isEqualTo(MODEL.assess(Diffs.input(straight)));
  }

  /** A diff has one change for each object, which two examples may both be about. */
  private static List<ObjectChange> changesOfDifferentObjects(List<Example> examples) {
    List<ObjectChange> changes = new ArrayList<>();
    Set<ObjectKey> seen = new HashSet<>();
    for (Example example : examples) {
      List<ObjectKey> keys = example.diff().changes().stream().map(ObjectChange::key).toList();
      if (keys.stream().noneMatch(seen::contains)) {
        seen.addAll(keys);
        changes.addAll(example.diff().changes());
      }
    }
    return changes;
  }

  @Provide
  Arbitrary<Example> example() {
    return Arbitraries.of(RuleExamples.all());
  }

  @Provide
  Arbitrary<List<Example>> examples() {
    return example().list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<Severity> severities() {
    return Arbitraries.of(ChangeClass.values())
        .flatMap(
            changeClass ->
                Arbitraries.of(RiskLevel.values())
                    .flatMap(
                        level ->
                            Arbitraries.of(Reversibility.values())
                                .map(way -> new Severity(changeClass, level, way))));
  }

  @Provide
  Arbitrary<Integer> counts() {
    return Arbitraries.integers().between(0, 50);
  }

  private static Map<TargetName, ManifestDiff> targets(List<Example> examples, int from) {
    Map<TargetName, ManifestDiff> targets = new LinkedHashMap<>();
    for (int i = 0; i < examples.size(); i++) {
      targets.put(new TargetName("t" + (from + i)), examples.get(i).diff());
    }
    return targets;
  }

  private static RiskInput input(Map<TargetName, ManifestDiff> targets) {
    return new RiskInput(Diffs.CHANGE, targets, Diffs.SMALL, TrackRecord.NONE);
  }

  private static RiskAssessment assess(Map<TargetName, ManifestDiff> targets) {
    return MODEL.assess(input(targets));
  }

  private static void assertNotLower(RiskAssessment more, RiskAssessment less) {
    assertThat(more.changeClass()).isGreaterThanOrEqualTo(less.changeClass());
    assertThat(more.level()).isGreaterThanOrEqualTo(less.level());
    assertThat(more.reversibility()).isGreaterThanOrEqualTo(less.reversibility());
  }
}
