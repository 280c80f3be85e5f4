package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {
  @TempDir Path folder;
  private Desk desk;
  private String plan;

  @BeforeEach
  void holdAPromotion() {
    desk = Desk.furnished(folder);
    desk.promote("dev", "--wait");
    plan = desk.promote("staging").plan();
  }

  @Test
  void approvingTakesTheHashOfThePlanThatWasRead() {
    Desk.Answer answer =
        desk.gatehouse("approve", "checkout/staging", "--plan", "0123456789ab", "--as", "pia");

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out()).startsWith("REFUSED").contains(plan);
  }

  @Test
  void somebodyOutsideTheQuorumIsRefused() {
    Desk.Answer answer =
        desk.gatehouse("approve", "checkout/staging", "--plan", plan, "--as", "ben");

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out())
        .isEqualTo(
            """
            REFUSED approver-not-in-quorum
              what   ben is in none of the groups that this plan asks for.
              where  stage staging, plan %s
              next   Ask a member of: platform.
              why    docs/reference/reasons.md#approver-not-in-quorum
            """
                .formatted(plan));
  }

  @Test
  void anAssistantNeverApproves() {
    Desk.Answer answer =
        desk.gatehouse("approve", "checkout/staging", "--plan", plan, "--as", "robo");

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out()).contains("an assistant advises and never decides");
  }

  @Test
  void theEnvironmentNamesTheActorWhereTheCommandDoesNot() {
    Desk.Answer answer =
        desk.with("GATEHOUSE_ACTOR", "pia")
            .gatehouse("approve", "checkout/staging", "--plan", plan);

    assertThat(answer.code()).isEqualTo(0);
  }

  @Test
  void aRejectedPromotionHasFailedForGood() {
    Desk.Answer rejected =
        desk.gatehouse(
            "reject", "checkout/staging", "--reason", "Not before Monday.", "--as", "pia");

    assertThat(rejected.code()).isEqualTo(0);
    assertThat(rejected.out()).contains("pia rejected it: Not before Monday.");
    assertThat(desk.gatehouse("abort", "checkout/staging", "--reason", "x").code()).isEqualTo(4);
  }

  @Test
  void anAbortedPromotionIsAborted() {
    Desk.Answer aborted = desk.gatehouse("abort", "checkout/staging", "--reason", "Superfluous.");

    assertThat(aborted.code()).isEqualTo(0);
    assertThat(aborted.out()).contains("ABORTED checkout-staging-");
  }

  @Test
  void factsAreRecordedAndTheGateThatAskedForThemOpens() {
    desk.gatehouse(
        "promote",
        "checkout",
        "--to",
        "dev",
        "-a",
        "ghcr.io/acme/checkout@sha256:" + "c".repeat(64));
    Desk.Answer attested =
        desk.gatehouse("attest", "checkout/dev", "trust.tests=true", "trust.signed=true");

    assertThat(attested.code()).isEqualTo(0);
    assertThat(attested.out()).contains("GOING checkout-dev-");
    assertThat(desk.gatehouse("attest", "checkout/dev", "bake.samples=120").code()).isEqualTo(0);
    assertThat(desk.gatehouse("attest", "checkout/dev", "nonsense").err())
        .startsWith("INVALID invalid-evidence");
  }

  @Test
  void noWayBackIsPickedWhereNoneIsAsked() {
    Desk.Answer answer =
        desk.gatehouse("way-back", "checkout/staging", "revert", "--reason", "x", "--as", "pia");

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out()).startsWith("REFUSED no-way-back-asked");
  }
}
