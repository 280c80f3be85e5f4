package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromoteTest {
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void furnish() {
    desk = Desk.furnished(folder);
  }

  @Test
  void aPromotionThatNobodyHasToDecideGoesToItsEnd() {
    Desk.Answer answer = desk.promote("dev", "--wait");

    assertThat(answer.code()).isEqualTo(0);
    assertThat(answer.out()).contains("dev written, commit ").contains("DONE checkout-dev-");
    assertThat(desk.git("-C", "deploy.git", "show", "main:apps/checkout/dev/kustomization.yaml"))
        .contains("digest: sha256:" + "b".repeat(64));
  }

  @Test
  void withoutWaitingThePlanAndTheHoldAreShownAndRunGoesOn() {
    desk.promote("dev", "--wait");
    Desk.Answer held = desk.promote("staging");
    assertThat(held.code()).isEqualTo(3);
    assertThat(held.out())
        .contains("PLAN ")
        .contains("HELD by gate approval: approval-missing")
        .contains("next   Ask them to approve this plan: gatehouse approve checkout-staging-");

    Desk.Answer approved =
        desk.gatehouse("approve", "checkout/staging", "--plan", held.plan(), "--as", "pia");
    assertThat(approved.code()).isEqualTo(0);
    assertThat(approved.out()).contains("GOING checkout-staging-");

    Desk.Answer ran = desk.gatehouse("run");
    assertThat(ran.code()).isEqualTo(0);
    assertThat(ran.out()).contains("SUCCEEDED");
    assertThat(desk.gatehouse("status", "checkout/staging").code()).isEqualTo(0);
  }

  @Test
  void waitingEndsAsHeldWhereAPersonHasToDecide() {
    desk.promote("dev", "--wait");

    Desk.Answer answer = desk.promote("staging", "--wait");

    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.out()).contains("held by approval").contains("HELD checkout-staging-");
  }

  @Test
  void theSameChangeIsTheSamePromotion() {
    desk.promote("dev", "--wait");
    desk.promote("staging");
    desk.promote("staging");

    assertThat(desk.gatehouse("status", "--stage", "staging").out())
        .containsOnlyOnce("checkout-staging-");
  }

  @Test
  void anUnknownApplicationIsRefusedWithTheKnownOnes() {
    Desk.Answer answer = desk.gatehouse("promote", "chekout", "--to", "dev", "-a", Desk.IMAGE);

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out())
        .isEqualTo(
            """
            REFUSED unknown-application
              what   There is no application 'chekout'.
              where  gatehouse.yaml, applications
              next   Use one of: checkout.
              why    docs/reference/reasons.md#unknown-application
            """);
  }

  @Test
  void aTimeoutThatIsNoTimeIsRefusedBeforeAnythingIsRecorded() {
    assertThat(desk.promote("dev", "--wait", "--timeout", "soon").err())
        .startsWith("INVALID invalid-time");
    assertThat(desk.gatehouse("status").out()).startsWith("No promotions yet.");
  }

  @Test
  void aBeginningThatSeveralPromotionsShareIsAmbiguous() {
    desk.promote("dev", "--wait");
    desk.promote("staging");

    Desk.Answer answer = desk.gatehouse("status", "checkout-");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out())
        .startsWith("INVALID ambiguous-promotion")
        .contains("2 promotions begin with 'checkout-'.");
  }

  @Test
  void anImageThatIsNotTheOneThatTheUpdateWritesIsRefused() {
    Desk.Answer answer =
        desk.gatehouse(
            "plan", "checkout", "--to", "dev", "-a", Desk.IMAGE.replace("/checkout@", "/other@"));

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out())
        .startsWith("REFUSED edit-other-image")
        .contains(
            "The updates of this target write ghcr.io/acme/checkout, and the change brings ghcr.io/acme/other.");
  }

  @Test
  void anArtifactWithoutDigestIsRefusedWithTheWordsToType() {
    Desk.Answer answer =
        desk.gatehouse("plan", "checkout", "--to", "dev", "-a", "ghcr.io/acme/checkout:2");

    assertThat(answer.out())
        .startsWith("REFUSED edit-missing-part")
        .contains("--artifact ghcr.io/acme/checkout@sha256:<64 hex digits>");
  }

  @Test
  void anEmptySelectionIsNotAnEmptyLedger() {
    desk.promote("dev", "--wait");

    assertThat(desk.gatehouse("status", "--open").out()).startsWith("No promotion is open.");
  }

  @Test
  void planAndRiskRecordNothing() {
    Desk.Answer plan = desk.gatehouse("plan", "checkout", "--to", "dev", "-a", Desk.IMAGE);
    Desk.Answer risk = desk.gatehouse("risk", "checkout", "--to", "dev", "-a", Desk.IMAGE);

    assertThat(plan.code()).isEqualTo(0);
    assertThat(plan.out()).contains("waves   1: dev").contains("nothing was recorded");
    assertThat(risk.out()).startsWith("RISK application LOW, R0 (instant revert)");
    assertThat(desk.gatehouse("status").out()).startsWith("No promotions yet.");
  }
}
