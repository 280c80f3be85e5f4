package dev.gatehouse.jenkins.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.Evidence.Condition.Status;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.testkit.Changes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildFactsTest {
  private static final Change CHANGE = Changes.aChange();

  private static List<Evidence> facts(Optional<TestCounts> tests) {
    return BuildFacts.of(
        Builds.with(tests), CHANGE, new StageName("prod"), Actor.service("jenkins"));
  }

  private static Status status(int total, int failed, int skipped) {
    Evidence fact = facts(Optional.of(new TestCounts(total, failed, skipped))).get(0);
    return ((Evidence.Condition) fact).status();
  }

  @Test
  void testsAreStatedByJenkinsAboutTheCommitThatWasBuilt() {
    Evidence fact = facts(Optional.of(new TestCounts(3, 0, 0))).get(0);

    assertThat(fact.check().value()).isEqualTo("trust.tests");
    assertThat(fact.source().value()).isEqualTo("service:jenkins");
    assertThat(fact.about().orElseThrow().revision()).contains(new Revision(Builds.commit('a')));
  }

  @Test
  void oneFailedTestIsFalseAndNoPassedTestProvesNothing() {
    assertThat(status(100, 0, 1)).isEqualTo(Status.TRUE);
    assertThat(status(100, 1, 0)).isEqualTo(Status.FALSE);
    assertThat(status(0, 0, 0)).isEqualTo(Status.UNKNOWN);
    assertThat(status(5, 0, 5)).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void aBuildWithoutATestReportStatesNothing() {
    assertThat(facts(Optional.empty())).isEmpty();
  }

  @Test
  void theSameRecordGivesEqualFacts() {
    Optional<TestCounts> counts = Optional.of(new TestCounts(3, 0, 0));
    assertThat(facts(counts)).isEqualTo(facts(counts));
  }
}
