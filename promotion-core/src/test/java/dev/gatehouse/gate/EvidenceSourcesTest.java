package dev.gatehouse.gate;

import static dev.gatehouse.evidence.Evidence.Condition.Status.FALSE;
import static dev.gatehouse.evidence.Evidence.Condition.Status.TRUE;
import static dev.gatehouse.evidence.Evidence.Condition.Status.UNKNOWN;
import static dev.gatehouse.gate.Asked.NOON;
import static dev.gatehouse.gate.Asked.about;
import static dev.gatehouse.plan.PlanBuilder.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Revision;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.evidence.Subject;
import dev.gatehouse.gate.GateVerdict.Outcome;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.TargetName;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose facts count, about what, and what happens when they disagree. */
class EvidenceSourcesTest {
  private static final String CHECK = "trust.tests";
  private static final EvidenceDemand TESTS = EvidenceDemand.of(CHECK);
  private static final EvidenceDemand TODAY = EvidenceDemand.of(CHECK, Duration.ofDays(1));
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String DIGEST = "sha256:" + "a".repeat(64);
  private static final String COMMIT = "b".repeat(40);
  private static final String SCANNER = "scanner";
  private static final ApplicationName SHOP = new ApplicationName("shop");
  private static final String MIA = "person:mia";

  @Test
  void anAttestationDoesNotOutvoteAScannerAndTheHoldShowsBoth() {
    GateVerdict verdict =
        judge(
            about(plan().evidence(TESTS))
                .fact(CHECK, SCANNER, FALSE, HOUR)
                .fact(CHECK, MIA, TRUE, MINUTE));
    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(reason(verdict).code().value()).isEqualTo("evidence-conflict");
    assertThat(reason(verdict).what()).contains("false by scanner", "true by person:mia");
  }

  @Test
  void aSourceThatIsDownDoesNotOutvoteAGoodAttestation() {
    assertThat(
            judge(
                    about(plan().evidence(TODAY))
                        .fact(CHECK, MIA, TRUE, HOUR)
                        .fact(CHECK, SCANNER, UNKNOWN, MINUTE))
                .opens())
        .isTrue();
  }

  @Test
  void aSourceThatIsDownKeepsWhatItSaidWhileThatIsFresh() {
    assertThat(
            judge(
                    about(plan().evidence(TODAY))
                        .fact(CHECK, SCANNER, TRUE, HOUR)
                        .fact(CHECK, SCANNER, UNKNOWN, MINUTE))
                .opens())
        .isTrue();
    assertThat(
            judge(
                    about(plan().evidence(TODAY))
                        .fact(CHECK, SCANNER, FALSE, HOUR)
                        .fact(CHECK, SCANNER, UNKNOWN, MINUTE))
                .outcome())
        .isEqualTo(Outcome.FAILED);
    assertThat(
            code(
                judge(
                    about(plan().evidence(TODAY))
                        .fact(CHECK, SCANNER, TRUE, Duration.ofDays(2))
                        .fact(CHECK, SCANNER, UNKNOWN, MINUTE))))
        .isEqualTo("evidence-unknown");
  }

  @Test
  void aPersonWhoNoLongerKnowsTakesBackWhatTheySaid() {
    assertThat(
            code(
                judge(
                    about(plan().evidence(TESTS))
                        .fact(CHECK, MIA, TRUE, HOUR)
                        .fact(CHECK, MIA, UNKNOWN, MINUTE))))
        .isEqualTo("evidence-unknown");
  }

  @Test
  void theNewestFactOfEachSourceCounts() {
    assertThat(
            judge(
                    about(plan().evidence(TESTS))
                        .fact(CHECK, SCANNER, FALSE, HOUR)
                        .fact(CHECK, SCANNER, TRUE, MINUTE)
                        .fact(CHECK, MIA, TRUE, HOUR))
                .opens())
        .isTrue();
  }

  @Test
  void aFactOfASourceThatIsNotTrustedDoesNotCountAndTheHoldSaysSo() {
    EvidenceDemand trusted = TESTS.from(SourceName.of("service:ci"));
    GateVerdict verdict = judge(about(plan().evidence(trusted)).fact(CHECK, MIA, TRUE, MINUTE));
    assertThat(code(verdict)).isEqualTo("evidence-untrusted");
    assertThat(reason(verdict).what()).contains("person:mia", "service:ci");
    assertThat(
            judge(
                    about(plan().evidence(trusted))
                        .fact(CHECK, MIA, FALSE, MINUTE)
                        .fact(CHECK, "service:ci", TRUE, HOUR))
                .opens())
        .isTrue();
  }

  @Test
  void anActorWithTheNameOfASourceDoesNotPassForIt() {
    EvidenceDemand trusted = TESTS.from(SourceName.of(SCANNER));
    assertThat(
            code(
                judge(
                    about(plan().evidence(trusted)).fact(CHECK, "service:scanner", TRUE, MINUTE))))
        .isEqualTo("evidence-untrusted");
  }

  @Test
  void aFactAboutAnotherDigestRevisionOrStageDoesNotCountAndTheHoldSaysSo() {
    Subject here = Subject.of(SHOP, new StageName("production"));
    for (Subject other :
        new Subject[] {
          here.of("sha256:" + "e".repeat(64)),
          here.at(new Revision("e".repeat(40))),
          here.at(new TargetName("shop-us")),
          Subject.of(SHOP, new StageName("staging")),
          Subject.of(new ApplicationName("checkout"), new StageName("production"))
        }) {
      GateVerdict verdict = judge(pinned().fact(said(TRUE, other)));
      assertThat(code(verdict)).isEqualTo("evidence-about-another");
      assertThat(reason(verdict).what()).contains(other.text());
      assertThat(judge(pinned().fact(said(FALSE, other))).outcome())
          .isEqualTo(Outcome.INCONCLUSIVE);
    }
  }

  @Test
  void aFactAboutOurDigestSourceOrWrittenCommitCounts() {
    Subject here = Subject.of(SHOP, new StageName("production"));
    String written = "c".repeat(40);
    for (Subject ours :
        new Subject[] {
          here,
          here.of(DIGEST),
          here.at(new Revision(COMMIT)),
          here.at(new Revision(written)),
          here.at(new TargetName("shop-eu"))
        }) {
      assertThat(judge(pinned().written("shop-eu", written).fact(said(TRUE, ours))).opens())
          .as(ours.text())
          .isTrue();
    }
  }

  @Test
  void factsAboutSingleTargetsCoverAWaveTogether() {
    Subject here = Subject.of(SHOP, new StageName("production"));
    Evidence eu = said(TRUE, here.at(new TargetName("shop-eu")));
    Evidence us = said(TRUE, here.at(new TargetName("shop-us")));
    Asked one =
        about(plan().targets("shop-eu", "shop-us").evidence(TESTS)).wave(1, "shop-eu", "shop-us");
    assertThat(code(judge(one.fact(eu)))).isEqualTo("evidence-missing");
    assertThat(reason(judge(one)).what()).contains("shop-us");
    assertThat(judge(one.fact(us)).opens()).isTrue();
    assertThat(judge(one.fact(CHECK, SCANNER, FALSE, MINUTE)).opens()).isFalse();
  }

  @Test
  void aDemandForAStatementIsMetByOneAboutThisChangeAndNotByTrue() {
    EvidenceDemand attested = TESTS.attested();
    Asked asked = about(plan().pinned(DIGEST, COMMIT).evidence(attested));
    assertThat(code(judge(asked.fact(CHECK, MIA, TRUE, HOUR)))).isEqualTo("evidence-unclear");
    assertThat(reason(judge(asked)).next()).contains("trust.tests=sha256:");
    Evidence stated =
        new Evidence.Attestation(CHECK, "service:ci", NOON.minus(HOUR), DIGEST, Optional.empty());
    assertThat(judge(asked.fact(stated)).opens()).isTrue();
  }

  @Test
  void afterTheStartAFactThatTurnedHoldsAndOneThatGrewOldDoesNot() {
    Asked old = about(plan().evidence(TODAY)).wave(2);
    assertThat(later(old.fact(CHECK, SCANNER, TRUE, Duration.ofDays(2))).opens()).isTrue();
    Asked turned = about(plan().evidence(TODAY)).wave(2).fact(CHECK, MIA, TRUE, HOUR);
    assertThat(code(later(turned.fact(CHECK, SCANNER, FALSE, MINUTE))))
        .isEqualTo("evidence-conflict");
    Asked refused = about(plan().evidence(TODAY)).wave(2);
    assertThat(later(refused.fact(CHECK, SCANNER, FALSE, Duration.ofDays(2))).outcome())
        .as("what was refused does not open by growing old")
        .isEqualTo(Outcome.FAILED);
    Asked revoked = about(plan().evidence(TODAY)).wave(2).revoked(GateName.EVIDENCE);
    assertThat(code(later(revoked))).isEqualTo("evidence-missing");
  }

  private static Asked pinned() {
    return about(plan().pinned(DIGEST, COMMIT).evidence(TESTS));
  }

  private static Evidence said(Evidence.Condition.Status status, Subject about) {
    return new Evidence.Condition(CHECK, SCANNER, NOON.minus(HOUR), status, "Said.")
        .stated(SourceName.of(SCANNER), Optional.of(about));
  }

  private static Reason reason(GateVerdict verdict) {
    return verdict.holdReason().orElseThrow();
  }

  private static String code(GateVerdict verdict) {
    return reason(verdict).code().value();
  }

  private static GateVerdict later(Asked asked) {
    return Gates.standard().judgeAgain(asked.context()).stream()
        .filter(result -> result.gate().equals(GateName.EVIDENCE))
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  private static GateVerdict judge(Asked asked) {
    return new EvidenceGate().judge(asked.context());
  }
}
