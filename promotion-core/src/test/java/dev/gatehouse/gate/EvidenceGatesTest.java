package dev.gatehouse.gate;

import static dev.gatehouse.evidence.Evidence.Condition.Status.FALSE;
import static dev.gatehouse.evidence.Evidence.Condition.Status.TRUE;
import static dev.gatehouse.evidence.Evidence.Condition.Status.UNKNOWN;
import static dev.gatehouse.gate.Asked.NOON;
import static dev.gatehouse.gate.Asked.about;
import static dev.gatehouse.plan.PlanBuilder.plan;
import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.evidence.Bound;
import dev.gatehouse.evidence.CheckName;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.gate.GateVerdict.Outcome;
import dev.gatehouse.policy.DefinitionOfDone;
import dev.gatehouse.reason.NextStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The gates that facts open: evidence and the definition of done. */
class EvidenceGatesTest {
  private static final EvidenceDemand TESTS = EvidenceDemand.of("trust.tests");
  private static final EvidenceDemand RESTORE =
      EvidenceDemand.of("restore.test", Duration.ofDays(7));
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void noDemandPasses() {
    assertThat(judge(about(plan())).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void aFactThatIsTrueAndFreshPasses() {
    Asked asked = about(plan().evidence(TESTS, RESTORE));
    asked.fact("trust.tests", TRUE, Duration.ofDays(300)).fact("restore.test", TRUE, HOUR);
    assertThat(judge(asked).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void aMissingFactIsInconclusiveAndHolds() {
    GateVerdict verdict = judge(about(plan().evidence(TESTS)));
    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.opens()).isFalse();
    assertThat(verdict.holdReason().orElseThrow().code().value()).isEqualTo("evidence-missing");
    assertThat(verdict.holdReason().orElseThrow().steps())
        .containsExactly(new NextStep.Attest(Optional.empty(), List.of("trust.tests"), false));
    assertThat(verdict.looksAgainAt().orElseThrow()).isAfter(NOON);
  }

  @Test
  void oneStepForEveryFactThatIsMissing() {
    GateVerdict verdict = judge(about(plan().evidence(TESTS, RESTORE)));
    assertThat(verdict.holdReason().orElseThrow().steps())
        .containsExactly(
            new NextStep.Attest(Optional.empty(), List.of("trust.tests", "restore.test"), false));
  }

  @Test
  void aFactJustTooOldHoldsAndOneJustYoungEnoughPasses() {
    Asked week = about(plan().evidence(RESTORE)).fact("restore.test", TRUE, Duration.ofDays(7));
    assertThat(judge(week).opens()).isTrue();
    Asked older =
        about(plan().evidence(RESTORE))
            .fact("restore.test", TRUE, Duration.ofDays(7).plusSeconds(1));
    assertThat(judge(older).holdReason().orElseThrow().code().value()).isEqualTo("evidence-stale");
  }

  @Test
  void aFactFromTheFutureDoesNotCount() {
    assertThat(
            judge(about(plan().evidence(TESTS)).fact("trust.tests", TRUE, HOUR.negated())).opens())
        .isFalse();
  }

  @Test
  void anUnknownAnswerIsInconclusive() {
    GateVerdict verdict = judge(about(plan().evidence(TESTS)).fact("trust.tests", UNKNOWN, HOUR));
    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.holdReason().orElseThrow().code().value()).isEqualTo("evidence-unknown");
  }

  @Test
  void aNegativeAnswerFails() {
    GateVerdict verdict = judge(about(plan().evidence(TESTS)).fact("trust.tests", FALSE, HOUR));
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void theLatestFactDecidesSoAWithdrawnOneNoLongerCounts() {
    Asked withdrawn =
        about(plan().evidence(TESTS))
            .fact("trust.tests", TRUE, HOUR.multipliedBy(2))
            .fact("trust.tests", FALSE, HOUR);
    assertThat(judge(withdrawn).outcome()).isEqualTo(Outcome.FAILED);
    Asked mended =
        about(plan().evidence(TESTS))
            .fact("trust.tests", FALSE, HOUR.multipliedBy(2))
            .fact("trust.tests", TRUE, HOUR);
    assertThat(judge(mended).opens()).isTrue();
  }

  @Test
  void allThatIsMissingIsSaidAtOnce() {
    GateVerdict verdict = judge(about(plan().evidence(TESTS, RESTORE)));
    assertThat(verdict.holdReason().orElseThrow().what()).contains("trust.tests", "restore.test");
  }

  @Test
  void aCheckWithALaterDateOnlyWarnsUntilThen() {
    Instant from = NOON.plus(HOUR);
    DefinitionOfDone done =
        new DefinitionOfDone(List.of(new DefinitionOfDone.Check(TESTS, Optional.of(from))));
    DefinitionOfDoneGate gate = new DefinitionOfDoneGate();
    GateVerdict before = gate.judge(about(plan().done(done)).context());
    assertThat(before.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(((GateVerdict.Passed) before).evidence())
        .anyMatch(text -> text.contains("warning until " + from) && text.contains("trust.tests"));
    assertThat(gate.judge(about(plan().done(done)).at(from).context()).opens()).isFalse();
  }

  @Test
  void aCheckWithoutADateBlocksNow() {
    DefinitionOfDone done =
        new DefinitionOfDone(List.of(new DefinitionOfDone.Check(TESTS, Optional.empty())));
    DefinitionOfDoneGate gate = new DefinitionOfDoneGate();
    assertThat(gate.judge(about(plan().done(done)).context()).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(
            gate.judge(about(plan().done(done)).fact("trust.tests", TRUE, HOUR).context()).opens())
        .isTrue();
  }

  @Test
  void aNumberWithoutAThresholdSatisfiesNoDemand() {
    for (double value : new double[] {0, -1, 1, 12.5, Double.NaN, Double.POSITIVE_INFINITY}) {
      GateVerdict verdict = judge(about(plan().evidence(TESTS)).fact(number("trust.tests", value)));
      assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
      assertThat(code(verdict)).isEqualTo("evidence-unclear");
      assertThat(verdict.holdReason().orElseThrow().next()).contains("trust.tests=true", "atLeast");
    }
  }

  @Test
  void aNumberWithoutAThresholdDoesNotMeetTheDefinitionOfDone() {
    DefinitionOfDone done =
        new DefinitionOfDone(List.of(new DefinitionOfDone.Check(TESTS, Optional.empty())));
    Asked asked = about(plan().done(done)).fact(number("trust.tests", 1));
    assertThat(new DefinitionOfDoneGate().judge(asked.context()).opens()).isFalse();
  }

  @Test
  void aDemandWithThresholdsComparesNumbers() {
    assertThat(judge(about(plan().evidence(load(80, 95))).fact(number("load", 80))).opens())
        .isTrue();
    assertThat(judge(about(plan().evidence(load(80, 95))).fact(number("load", 95))).opens())
        .isTrue();
    for (double value : new double[] {79.9, 95.1, -80}) {
      GateVerdict verdict = judge(about(plan().evidence(load(80, 95))).fact(number("load", value)));
      assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(verdict.holdReason().orElseThrow().what()).contains("at least 80 and at most 95");
    }
    assertThat(judge(about(plan().evidence(load(80, 95))).fact(number("load", NaN))).opens())
        .isFalse();
  }

  @Test
  void aDemandWithAThresholdIsNotSatisfiedByTrue() {
    GateVerdict verdict = judge(about(plan().evidence(load(80, 95))).fact("load", TRUE, HOUR));
    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.holdReason().orElseThrow().steps())
        .containsExactly(new NextStep.Attest(Optional.empty(), List.of("load"), true));
  }

  @Test
  void aStatementAboutAnotherArtifactSatisfiesNoDemand() {
    String another = "sha256:" + "e".repeat(64);
    Evidence stated =
        new Evidence.Attestation("trust.tests", "ci", NOON.minus(HOUR), another, Optional.empty());
    GateVerdict verdict = judge(about(plan().evidence(TESTS)).fact(stated));
    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(code(verdict)).isEqualTo("evidence-unclear");
  }

  @Test
  void ofTwoFactsAtTheSameTimeTheOneAgainstTheChangeCounts() {
    Asked asked = about(plan().evidence(TESTS)).fact("trust.tests", FALSE, HOUR);
    assertThat(judge(asked.fact("trust.tests", TRUE, HOUR)).outcome()).isEqualTo(Outcome.FAILED);
    Asked unsure = about(plan().evidence(TESTS)).fact("trust.tests", UNKNOWN, HOUR);
    assertThat(judge(unsure.fact("trust.tests", TRUE, HOUR)).opens()).isFalse();
  }

  private static Evidence number(String check, double value) {
    return new Evidence.Measurement(check, "ci", NOON.minus(HOUR), value, "");
  }

  private static EvidenceDemand load(double least, double most) {
    return new EvidenceDemand(
        CheckName.of("load"),
        Optional.empty(),
        Optional.of(new Bound(Optional.of(least), Optional.of(most))));
  }

  private static String code(GateVerdict verdict) {
    return verdict.holdReason().orElseThrow().code().value();
  }

  private static GateVerdict judge(Asked asked) {
    return new EvidenceGate().judge(asked.context());
  }
}
