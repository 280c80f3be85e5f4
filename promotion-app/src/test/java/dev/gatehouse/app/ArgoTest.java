package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testkit.argo.FakeWindow;
import dev.gatehouse.testkit.argo.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgoTest {
  @TempDir Path folder;
  private ArgoDesk desk;

  @BeforeEach
  void furnish() {
    desk = ArgoDesk.furnished(folder);
  }

  @AfterEach
  void end() {
    desk.close();
  }

  @Test
  void aCheckOfAnInstallationThatIsReadyFindsNothingMissing() {
    Desk.Answer answer = check();

    assertThat(answer.out())
        .contains("version: ", "token: of gatehouse", "READY Nothing is missing.")
        .contains("target checkout/eu-1  application payments/checkout-eu-1")
        .contains("right sync applications: payments/checkout-us-1");
    assertThat(answer.code()).isZero();
  }

  @Test
  void aMissingRightIsNamedWithTheLineThatGivesIt() {
    desk.account().deny("applications", "sync", "payments/checkout-us-1");

    Desk.Answer answer = check();

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out())
        .contains("right sync applications: argo-right-missing Our token may not sync")
        .contains("p, <role>, applications, sync, payments/checkout-us-1, allow")
        .contains("NOT READY: 1 problem to fix.");
  }

  @Test
  void theRightToOverrideIsANoteForItIsNotKnownWhetherItIsNeeded() {
    assertThat(check().out()).contains("note     right override applications: not given");

    desk.account().allow("applications", "override", "payments/*");

    assertThat(check().out()).contains("ok       right override applications: payments/checkout-");
  }

  @Test
  void aClosedSyncWindowIsANoteThatSaysWhenItOpens() {
    desk.argo()
        .project("payments")
        .addWindow(FakeWindow.Kind.DENY, "0 0 * * *", "24h", "checkout-us-1")
        .active(true);

    Desk.Answer answer = check();

    assertThat(answer.out())
        .containsOnlyOnce("note     sync window: A sync window is closed; ")
        .contains("READY Nothing is missing.");
  }

  @Test
  void aVoidTokenIsToldAndNeverShown() {
    desk.token("this-is-no-token");

    Desk.Answer answer = check("--output", "json");

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out()).contains("argo-not-logged-in").doesNotContain("this-is-no-token");
  }

  @Test
  void anApplicationOfAnotherProjectIsNotFound() {
    desk.rules(desk.argo().uri().toString(), "other");

    Desk.Answer answer = check();

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out()).contains("application: argo-");
  }

  @Test
  void aLoginPageIsNoArgoCd() {
    desk.argo().failNext(20, Fault.proxyPage(200));

    Desk.Answer answer = check();

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out()).contains("version: argo-not-argo-cd");
  }

  @Test
  void aShardWithoutAnArgoCdCannotBeChecked() {
    Desk.Answer answer = check("--shard", "us");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains("argo-none-configured");
  }

  private Desk.Answer check(String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "argo";
    all[1] = "check";
    System.arraycopy(more, 0, all, 2, more.length);
    return desk.desk().gatehouse(all);
  }
}
