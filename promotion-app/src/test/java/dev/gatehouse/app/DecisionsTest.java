package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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

  @Test
  void anUnknownActorIsRefusedAndTheNameThatWasMeantIsSaid() {
    for (String[] command :
        new String[][] {
          {"status"},
          {"abort", "checkout/staging", "--reason", "x"},
          {"attest", "checkout/staging", "trust.tests=true"},
          {"approve", "checkout/staging", "--plan", plan},
          {"run"}
        }) {
      String[] all = java.util.Arrays.copyOf(command, command.length + 2);
      all[command.length] = "--as";
      all[command.length + 1] = "pja";
      Desk.Answer answer = desk.gatehouse(all);

      assertThat(answer.code()).as(command[0]).isEqualTo(4);
      assertThat(answer.out()).startsWith("REFUSED unknown-actor").contains("Did you mean 'pia'?");
    }
  }

  @Test
  void aMisspeltFactIsNoticedWithTheNameThatWasMeant() {
    Desk.Answer answer = desk.gatehouse("attest", "checkout/staging", "trust.tets=true");

    assertThat(answer.out())
        .startsWith("NOTICE unasked-fact")
        .contains("Did you mean 'trust.tests'?");
    assertThat(desk.gatehouse("attest", "checkout/staging", "trust.sined=true", "-o", "json").out())
        .contains("\"notices\"", "unasked-fact", "trust.signed");
  }

  @Test
  void onlyPlainNumbersFromZeroUpAreFacts() {
    for (String value : List.of("-1", "NaN", "Infinity", "1e9", "0x1p3", "12d", "", ".5")) {
      assertThat(desk.gatehouse("attest", "checkout/staging", "bake.samples=" + value).err())
          .as(value)
          .startsWith("INVALID invalid-evidence");
    }
    assertThat(desk.gatehouse("attest", "checkout/staging", "two words=true").err())
        .startsWith("INVALID invalid-evidence");
    assertThat(desk.gatehouse("attest", "checkout/staging", "bake.samples=12.5").err()).isEmpty();
  }

  @Test
  void numbersDoNotOpenTheGateThatAsksForTruth() {
    Desk.Answer answer =
        desk.gatehouse(
            "promote",
            "checkout",
            "--to",
            "dev",
            "-a",
            "ghcr.io/acme/checkout@sha256:" + "d".repeat(64),
            "-e",
            "trust.tests=0",
            "-e",
            "trust.signed=1");

    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.out()).contains("HELD by gate evidence: evidence-unclear");
  }

  @Test
  void aRevokedApprovalClosesTheGateAgain() {
    assertThat(approve("pia").code()).isEqualTo(0);
    assertThat(revoke("approval", "--as", "ana").out()).startsWith("REFUSED nothing-to-revoke");
    assertThat(revoke("approval", "--of", "pia", "--as", "ben").out())
        .startsWith("REFUSED not-allowed");
    assertThat(revoke("approval", "--as", "pia").code()).isEqualTo(0);

    desk.gatehouse("run", "--linger", "0s");
    assertThat(commits()).isEqualTo(2);
    assertThat(desk.gatehouse("status", "checkout/staging").out())
        .contains("revoked  of gate approval, given by pia, by pia: Wrong build.")
        .contains("target   staging: started, Approval is missing");

    approve("paul");
    desk.gatehouse("run");
    assertThat(commits()).isEqualTo(3);
    assertThat(revoke("approval", "--of", "paul", "--as", "paul").out())
        .startsWith("REFUSED already-ended");
  }

  @Test
  void aWaiverIsRevokedByItsGate() {
    assertThat(revoke("waiver").code()).isEqualTo(2);
    assertThat(revoke("waiver", "approval", "--as", "pia").out())
        .startsWith("REFUSED nothing-to-revoke");
    desk.gatehouse(
        "waive",
        "checkout/staging",
        "approval",
        "--owner",
        "ana",
        "--reason",
        "Needed at once.",
        "--expires",
        "4h",
        "--as",
        "pia");
    assertThat(revoke("waiver", "approval", "--as", "paul", "-o", "json").out())
        .contains("\"revocations\"", "\"why\" : \"Wrong build.\"");

    desk.gatehouse("run", "--linger", "0s");
    assertThat(commits()).isEqualTo(2);
  }

  private Desk.Answer revoke(String... more) {
    List<String> all = new java.util.ArrayList<>(List.of("revoke", "checkout/staging"));
    all.addAll(List.of(more));
    all.addAll(List.of("--why", "Wrong build."));
    return desk.gatehouse(all.toArray(String[]::new));
  }

  private long commits() {
    return desk.git("-C", "deploy.git", "log", "--oneline", "main").lines().count();
  }

  private Desk.Answer approve(String who) {
    return desk.gatehouse("approve", "checkout/staging", "--plan", plan, "--as", who);
  }
}
