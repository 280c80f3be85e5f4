package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {
  @TempDir Path folder;

  @Test
  void aTokenIsShownOnceListedAndRevoked() {
    Desk desk = Desk.furnished(folder);
    Desk.Answer made =
        desk.gatehouse(
            "token", "create", "--as=pia", "--for=ci", "--allow=propose,attest", "--stages=dev");
    assertThat(made.code()).as(made.err()).isZero();
    String token = made.out().lines().findFirst().orElseThrow();
    assertThat(token).matches("ght_[a-f0-9]{12}_[A-Za-z0-9_-]{43}");
    String id = token.split("_", -1)[1];
    Desk.Answer list = desk.gatehouse("token", "list", "--as=pia");
    assertThat(list.out())
        .contains(id, "ci", "may propose, attest", "in stages dev", "made by pia")
        .doesNotContain(token);
    assertThat(desk.gatehouse("token", "revoke", id, "--as=pia").code()).isZero();
    assertThat(desk.gatehouse("token", "list", "--as=pia").out()).contains("No tokens.");
    assertThat(desk.gatehouse("token", "revoke", id, "--as=pia").out()).contains("unknown-token");
  }

  @Test
  void aTokenThatAsksAndDecidesIsNotMade() {
    Desk.Answer refused =
        Desk.furnished(folder)
            .gatehouse("token", "create", "--as=pia", "--for=pia", "--allow=ask,approve");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("token-unusable", "decides nothing");
  }

  @Test
  void onlyAnAdministratorMakesTokensWhereTheRulesNameOne() {
    Desk desk = Desk.furnished(folder);
    String rules = desk.read("gatehouse.yaml");
    desk.write(
        "gatehouse.yaml",
        rules.replace("  waive: [platform]\n", "  waive: [platform]\n  administer: [platform]\n"));
    Desk.Answer refused = desk.gatehouse("token", "create", "--as=ana", "--for=ana", "--allow=see");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.out()).contains("not-allowed");
    assertThat(desk.gatehouse("token", "create", "--as=pia", "--for=ana", "--allow=see").code())
        .isZero();
  }

  @Test
  void aHolderThatNobodyKnowsIsRefused() {
    Desk.Answer refused =
        Desk.furnished(folder)
            .gatehouse("token", "create", "--as=pia", "--for=nobody", "--allow=see");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.out()).contains("token-unusable");
  }
}
