package dev.gatehouse.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.FileKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule speaks where it should and is silent where it nearly should. */
class StandardRulesTest {
  private static final Map<String, RiskRule> RULES =
      StandardRules.all(KnownKinds.standard()).stream()
          .collect(Collectors.toMap(RiskRule::id, Function.identity()));

  @TestFactory
  Stream<DynamicTest> aRuleSpeaksWithTheSeverityOfItsExample() {
    return numbered(
        example -> {
          List<RiskFactor> found = rule(example).assess(example.diff(), example.input());
          assertThat(found).as(example.toString()).isNotEmpty();
          assertThat(found).allMatch(factor -> factor.rule().equals(example.rule()));
          assertThat(found)
              .extracting(factor -> factor.severity().label())
              .contains(example.severity());
        });
  }

  @TestFactory
  Stream<DynamicTest> aRuleIsSilentOnTheNearMisses() {
    return numbered(
        example ->
            example
                .near()
                .forEach(
                    near ->
                        assertThat(rule(example).assess(near, Diffs.input(near)))
                            .as("%s on %s", example.rule(), near)
                            .isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> aSentenceNamesFileObjectAndField() {
    return numbered(
        example ->
            assertThat(rule(example).assess(example.diff(), example.input()))
                .allSatisfy(
                    factor -> {
                      assertThat(factor.sentence()).startsWith(factor.file());
                      assertThat(factor.sentence()).contains(factor.field());
                      factor
                          .object()
                          .filter(key -> FileKind.of(key).isEmpty())
                          .ifPresent(key -> assertThat(factor.sentence()).contains(key.label()));
                      assertThat(factor.sentence()).doesNotContain("{before}", "{after}");
                    }));
  }

  @Test
  void everyRuleHasAnExampleOfEverySeverityItDeclaresAndANearMiss() {
    for (RiskRule rule : RULES.values()) {
      List<Example> examples =
          RuleExamples.all().stream().filter(e -> e.rule().equals(rule.id())).toList();
      Set<String> shown =
          examples.stream().map(Example::severity).collect(Collectors.toCollection(TreeSet::new));
      Set<String> declared =
          rule.severities().stream()
              .map(Severity::label)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(shown).as("severities of %s", rule.id()).isEqualTo(declared);
      assertThat(examples).as(rule.id()).anyMatch(example -> !example.near().isEmpty());
    }
  }

  @Test
  void aSecretsValueIsNeverPrinted() {
    RuleExamples.all().stream()
        .flatMap(e -> rule(e).assess(e.diff(), e.input()).stream())
        .forEach(factor -> assertThat(factor.sentence()).doesNotContain("c2VjcmV0", "bmV3"));
  }

  private static RiskRule rule(Example example) {
    return RULES.get(example.rule());
  }

  private static Stream<DynamicTest> numbered(java.util.function.Consumer<Example> claim) {
    List<Example> all = RuleExamples.all();
    return IntStream.range(0, all.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    all.get(i).rule() + " " + all.get(i).severity() + " #" + i,
                    () -> claim.accept(all.get(i))));
  }
}
