package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackCommandTest {
  private static final String V1 = "1".repeat(64);
  private static final String V2 = "2".repeat(64);
  private static final String V3 = "3".repeat(64);
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void furnish() {
    desk = Desk.furnished(folder);
  }

  /** Promotes a version to dev and returns the promotion's id. */
  private String promote(String digest) {
    Desk.Answer answer =
        desk.gatehouse(
            "promote",
            "checkout",
            "--to",
            "dev",
            "-a",
            "ghcr.io/acme/checkout@sha256:" + digest,
            "--author",
            "ana",
            "-e",
            "trust.tests=true",
            "-e",
            "trust.signed=true",
            "--wait");
    assertThat(answer.code()).isEqualTo(0);
    assertThat(inGit()).contains(digest);
    return answer.out().lines().findFirst().orElseThrow().strip();
  }

  private String inGit() {
    return desk.git("-C", "deploy.git", "show", "main:apps/checkout/dev/kustomization.yaml");
  }

  private Desk.Answer rollback(String... more) {
    String[] all = new String[more.length + 4];
    System.arraycopy(
        new String[] {"rollback", "checkout/dev", "--reason", "customers see errors"},
        0,
        all,
        0,
        4);
    System.arraycopy(more, 0, all, 4, more.length);
    return desk.gatehouse(all);
  }

  @Test
  void theVersionBeforeIsInGitAfterARollbackThatWaits() {
    promote(V1);
    promote(V2);

    Desk.Answer answer = rollback("--wait");

    assertThat(answer.code()).isEqualTo(0);
    assertThat(answer.out()).contains("dev written, commit ").contains("DONE checkout-dev-");
    assertThat(inGit()).contains(V1);
    assertThat(desk.git("-C", "deploy.git", "log", "-1", "--format=%B", "main"))
        .contains("Roll back checkout in dev (dev)", "customers see errors", "This reverts commit");
  }

  @Test
  void withoutWaitingThePlanIsShownAndRunGoesOn() {
    promote(V1);
    promote(V2);

    Desk.Answer answer = rollback();

    assertThat(answer.code()).isEqualTo(0);
    assertThat(answer.out()).contains("PLAN ").contains("GOING checkout-dev-");
    assertThat(desk.gatehouse("run").code()).isEqualTo(0);
    assertThat(inGit()).contains(V1);
  }

  @Test
  void toNamesThePromotionWhoseStateComesBack() {
    String first = promote(V1);
    promote(V2);
    promote(V3);

    assertThat(rollback("--to", first, "--wait").code()).isEqualTo(0);
    assertThat(inGit()).contains(V1);
  }

  @Test
  void whatCannotComeBackIsRefusedInWords() {
    Desk.Answer nothing = rollback();
    assertThat(nothing.code()).isEqualTo(4);
    assertThat(nothing.out())
        .startsWith("REFUSED nothing-to-roll-back")
        .contains("The ledger knows no promotion that holds this stage.");

    promote(V1);
    String second = promote(V2);
    Desk.Answer newest = rollback("--to", second);
    assertThat(newest.code()).isEqualTo(4);
    assertThat(newest.out())
        .startsWith("REFUSED rollback-not-live-there")
        .contains("there is nothing newer to undo");
  }

  @Test
  void theRulesMayAskForASecondPerson() {
    promote(V1);
    promote(V2);
    desk.write(
        "gatehouse.yaml", desk.read("gatehouse.yaml") + "rollbacks: {approvals: 1 of owner}\n");

    Desk.Answer held = rollback("--as", "ana");
    assertThat(held.code()).isEqualTo(3);
    assertThat(held.out()).contains("HELD by gate approval: approval-missing");
    assertThat(inGit()).contains(V2);
  }

  @Test
  void aPlaceWithoutAStageIsAUsageError() {
    Desk.Answer answer = desk.gatehouse("rollback", "checkout", "--reason", "x");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains("Expected <application>/<stage>, found 'checkout'.");
  }
}
