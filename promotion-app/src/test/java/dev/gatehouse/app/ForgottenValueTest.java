package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `audit forget` removes a value that was recorded. */
class ForgottenValueTest {
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void promote() {
    desk = Desk.furnished(folder);
    desk.promote("dev", "--wait", "--title", "rotate swordfish today");
    desk.write("value", "swordfish\n");
  }

  @Test
  void aForgottenValueIsShownNowhereAndTheLedgerIsIntact() {
    Desk.Answer answer = forget("checkout/dev");
    assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
    assertThat(answer.out()).contains("row 1").doesNotContain("swordfish");

    Desk.Answer verified = desk.gatehouse("audit", "verify");
    assertThat(verified.code()).isZero();
    assertThat(verified.out()).startsWith("INTACT").contains("Values were forgotten in ");

    desk.gatehouse("audit", "export", "--to", "ledger.jsonl");
    assertThat(desk.read("ledger.jsonl")).contains("FORGOTTEN").doesNotContain("swordfish");
    assertThat(desk.gatehouse("status", "checkout/dev").out()).doesNotContain("swordfish");
  }

  @Test
  void theNextStageGoesOnAfterAValueWasForgotten() {
    assertThat(forget("checkout/dev").code()).isZero();
    Desk.Answer next = desk.promote("staging", "--wait");
    assertThat(next.out()).contains("approval-missing").doesNotContain("stage-order", "soak-time");
  }

  @Test
  void onlyAnAdministratorForgets() {
    String rules = desk.read("gatehouse.yaml");
    desk.write("gatehouse.yaml", rules.replace("rights:\n", "rights:\n  administer: [platform]\n"));
    Desk.Answer answer = forget("checkout/dev");
    assertThat(answer.code()).isNotZero();
    assertThat(answer.out() + answer.err()).contains("not-allowed", "may not administer");
  }

  private Desk.Answer forget(String promotion) {
    return desk.gatehouse(
        "audit", "forget", promotion, "--value-file", "value", "--reason", "a password");
  }
}
