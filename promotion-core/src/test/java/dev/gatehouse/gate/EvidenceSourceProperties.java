package dev.gatehouse.gate;

import static dev.gatehouse.evidence.Evidence.Condition.Status.FALSE;
import static dev.gatehouse.evidence.Evidence.Condition.Status.TRUE;
import static dev.gatehouse.evidence.Evidence.Condition.Status.UNKNOWN;
import static dev.gatehouse.gate.Asked.about;
import static dev.gatehouse.plan.PlanBuilder.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.evidence.Evidence.Condition.Status;
import dev.gatehouse.evidence.EvidenceDemand;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every set of facts of several sources. */
class EvidenceSourceProperties {
  private static final String CHECK = "trust.tests";
  private static final Duration MAX_AGE = Duration.ofHours(24);

  record Said(String source, Status status, int minutesAgo) {}

  @Provide
  Arbitrary<List<Said>> facts() {
    return Combinators.combine(
            Arbitraries.of("scanner", "sonar", "person:mia", "service:ci"),
            Arbitraries.of(Status.values()),
            Arbitraries.integers().between(1, 3000))
        .as(Said::new)
        .list()
        .ofMaxSize(12);
  }

  @Property
  void whateverElseIsSaidOneFreshFalseOfASourceNeverOpensTheGate(
      @ForAll("facts") List<Said> facts) {
    Asked asked = asked(facts);
    asked.fact(CHECK, "scanner", FALSE, Duration.ofSeconds(30));
    assertThat(judge(asked).opens()).isFalse();
  }

  @Property
  void anAnswerThatIsUnknownChangesNothingThatAnotherSourceOpened(
      @ForAll("facts") List<Said> facts) {
    boolean before = judge(asked(facts)).opens();
    Asked after = asked(facts).fact(CHECK, "another", UNKNOWN, Duration.ofSeconds(30));
    assertThat(judge(after).opens()).isEqualTo(before);
  }

  @Property
  void theOrderInWhichFactsWereRecordedDecidesNothing(
      @ForAll("facts") List<Said> facts, @ForAll long seed) {
    List<Said> shuffled = facts.stream().collect(Collectors.toList());
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(judge(asked(shuffled)).outcome()).isEqualTo(judge(asked(facts)).outcome());
  }

  @Property
  void anOpenGateHasAFreshTrueAndNoSourceWhoseNewestAnswerIsFalse(
      @ForAll("facts") List<Said> facts) {
    if (judge(asked(facts)).opens()) {
      List<Said> fresh = facts.stream().filter(f -> f.minutesAgo() <= MAX_AGE.toMinutes()).toList();
      assertThat(fresh).anyMatch(fact -> fact.status() == TRUE);
      fresh.stream()
          .filter(fact -> fact.status() == FALSE)
          .forEach(
              no ->
                  assertThat(fresh)
                      .anyMatch(
                          later ->
                              later.source().equals(no.source())
                                  && later.status() != FALSE
                                  && later.minutesAgo() < no.minutesAgo()));
    }
  }

  private static Asked asked(List<Said> facts) {
    Asked asked = about(plan().evidence(EvidenceDemand.of(CHECK, MAX_AGE)));
    for (Said fact : facts) {
      asked.fact(CHECK, fact.source(), fact.status(), Duration.ofMinutes(fact.minutesAgo()));
    }
    return asked;
  }

  private static GateVerdict judge(Asked asked) {
    return new EvidenceGate().judge(asked.context());
  }
}
