package dev.gatehouse.gate;

import static dev.gatehouse.gate.Asked.NOON;
import static dev.gatehouse.gate.Asked.about;
import static dev.gatehouse.identity.Actor.person;
import static dev.gatehouse.plan.PlanBuilder.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gate.GateVerdict.Outcome;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PlanBuilder;
import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.policy.ApprovalRule;
import dev.gatehouse.policy.Quorum;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.ReasonCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The gates that people open: approvals and confirmations. */
class PeopleGatesTest {
  private static final Actor PAM = person("pam", "platform");
  private static final Actor OLE = person("ole", "owner");
  private static final PlanHash OTHER = new PlanHash("f".repeat(64));

  @Test
  void aPlanThatAsksForNobodyPasses() {
    assertThat(judge(about(plan())).opens()).isTrue();
  }

  @Test
  void everySeatMustBeTaken() {
    Asked asked = about(twoSeats()).approved(OLE);
    assertHeld(asked, "1 of platform", "approved so far by ole");
    assertThat(judge(asked.approved(PAM)).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void seatsOfOneRoleThatAreMissingAreCounted() {
    ApprovalRule two = new ApprovalRule(List.of(Quorum.of(2, "owner")), true, Duration.ofDays(1));
    assertHeld(about(plan().approval(two)), "Approval is missing: 2 of owner;");
  }

  @Test
  void onePersonInTwoGroupsTakesOneSeatOnly() {
    Actor both = person("pam", "owner", "platform");
    assertHeld(about(twoSeats()).approved(both).approved(both), "1 of");
  }

  @Test
  void anApprovalOfAnotherPlanIsVoidAndSaysSo() {
    assertHeld(
        about(twoSeats()).approved(OLE, OTHER, NOON).approved(PAM),
        "1 earlier approval was for another plan and is void");
  }

  @Test
  void anApprovalEndsWithItsTime() {
    Asked asked = about(twoSeats()).approved(OLE).approved(PAM);
    assertThat(judge(asked.at(NOON.plus(Duration.ofHours(23)))).opens()).isTrue();
    assertThat(judge(asked.at(NOON.plus(Duration.ofHours(24)))).opens()).isFalse();
  }

  @Test
  void anAuthorAndTheProposerDoNotCount() {
    assertHeld(about(oneOwner()).approved(person("ann", "owner")), "no one has approved");
    assertHeld(about(oneOwner()).approved(person("BOB", "owner")), "no one has approved");
    ApprovalRule loose =
        new ApprovalRule(List.of(Quorum.of(1, "owner")), false, Duration.ofDays(1));
    assertThat(judge(about(plan().approval(loose)).approved(person("ann", "owner"))).opens())
        .isTrue();
  }

  @Test
  void anAssistantAndAServiceDoNotCount() {
    Actor assistant = new Actor("advisor", Actor.Kind.ASSISTANT, Set.of("owner"));
    assertHeld(about(oneOwner()).approved(assistant), "no one has approved");
    assertHeld(about(oneOwner()).approved(Actor.service("bot", "owner")), "no one has approved");
  }

  @Test
  void whoLeftTheGroupNoLongerCounts() {
    Asked asked = about(oneOwner()).approved(OLE);
    assertThat(judge(asked).opens()).isTrue();
    assertHeld(asked.directory(person("ole", "alumni")), "no one has approved");
  }

  @Test
  void theHoldSaysWhatToRunAndWhenItLooksAgain() {
    Asked asked = about(oneOwner());
    GateVerdict verdict = judge(asked);
    assertThat(verdict.holdReason().orElseThrow().steps())
        .containsExactly(
            new NextStep.Approve(Optional.empty(), asked.plan().hash().brief(), Optional.empty()));
    assertThat(verdict.looksAgainAt().orElseThrow()).isAfter(NOON);
  }

  @Test
  void aLossMustBeTypedWithTheHashOfThisPlan() {
    ConfirmationGate gate = new ConfirmationGate();
    assertThat(gate.judge(about(plan()).context()).opens()).isTrue();
    Asked asked = about(plan().typed());
    String phrase = "shop to production " + asked.plan().hash().brief();
    GateVerdict held = gate.judge(asked.context());
    assertThat(held.outcome()).isEqualTo(Outcome.PENDING);
    assertThat(held.holdReason().orElseThrow().next()).contains(phrase);
    assertThat(gate.judge(asked.confirmed("shop to production").context()).opens()).isFalse();
    assertThat(gate.judge(asked.confirmed(phrase).context()).opens()).isTrue();
  }

  private static GateVerdict judge(Asked asked) {
    return new ApprovalGate().judge(asked.context());
  }

  private static void assertHeld(Asked asked, String... words) {
    GateVerdict verdict = judge(asked);
    assertThat(verdict.outcome()).isEqualTo(Outcome.PENDING);
    assertThat(verdict.holdReason().orElseThrow().code())
        .isEqualTo(ReasonCode.of("approval-missing"));
    assertThat(verdict.holdReason().orElseThrow().what()).contains(words);
  }

  private static PlanBuilder oneOwner() {
    return plan().approval(rule(Quorum.of(1, "owner")));
  }

  private static PlanBuilder twoSeats() {
    return plan().approval(rule(Quorum.of(1, "owner"), Quorum.of(1, "platform")));
  }

  private static ApprovalRule rule(Quorum... quorums) {
    return new ApprovalRule(List.of(quorums), true, Duration.ofDays(1));
  }
}
