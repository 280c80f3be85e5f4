package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts read: 0 done, 3 held, 4 refused or failed, 5 not finished yet. */
class ExitCodesTest {
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void furnish() {
    desk = Desk.furnished(folder);
  }

  @Test
  void waitingThatEndsWhileItBakesIsNotFinishedYetAndSaysUntilWhen() {
    bake("{ time: 30m, samples: 100 }");

    Desk.Answer answer = desk.promote("dev", "--wait", "--timeout", "6s");

    assertThat(answer.code()).isEqualTo(5);
    assertThat(answer.out())
        .contains("WAITS: wave 1 is baking until ")
        .contains(" left), 0 of 100 samples seen")
        .contains("next   not finished yet: gatehouse run");
  }

  @Test
  void statusRunAndJsonSayTheSameOfAWait() {
    bake("{ time: 30m, samples: 100 }");
    desk.promote("dev", "--wait", "--timeout", "6s");

    Desk.Answer status = desk.gatehouse("status", "checkout/dev");
    assertThat(status.code()).isEqualTo(5);
    assertThat(status.out()).contains("0 of 100 samples seen");
    assertThat(desk.gatehouse("status").out()).contains("waits: wave 1 is baking until ");
    Desk.Answer run = desk.gatehouse("run", "--linger", "0s");
    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).contains("waits: wave 1 is baking until ");
    assertThat(desk.gatehouse("status", "checkout/dev", "--output", "json").out())
        .contains("\"waits\"")
        .contains("\"kind\" : \"BAKE\"")
        .contains("\"until\"")
        .contains("\"holder\"")
        .contains("\"end\"");
  }

  @Test
  void aChangeThatOnlyWasProposedIsDoneWithAndStatusSaysThatItIsNotFinished() {
    assertThat(desk.promote("dev").code()).isEqualTo(0);
    assertThat(desk.gatehouse("status", "checkout/dev").code()).isEqualTo(5);
    assertThat(desk.promote("staging").code()).isEqualTo(3);
  }

  @Test
  void anAbortThatTargetsStillSettleUnderSaysAbortingAndTakesNoPromoteAlong() {
    desk.promote("dev");

    Desk.Answer aborted = desk.gatehouse("abort", "checkout/dev", "--reason", "Wrong version.");
    assertThat(aborted.out()).contains("ABORTING checkout-dev-");
    assertThat(aborted.code()).isEqualTo(5);

    Desk.Answer again = desk.promote("dev");
    assertThat(again.code()).isEqualTo(4);
    assertThat(again.out()).startsWith("REFUSED promotion-stopping").contains("is being aborted");
  }

  @Test
  void runFailsOnFailureOnlyWhereThatIsAskedFor() {
    desk.promote("dev");
    desk.write(
        "gatehouse.yaml",
        desk.read("gatehouse.yaml").replace("ghcr.io/acme/checkout", "ghcr.io/acme/other"));
    Desk.Answer run = desk.gatehouse("run", "--fail-on-failure", "--linger", "1s");

    assertThat(run.out()).contains("FAILED");
    assertThat(run.code()).isEqualTo(4);
  }

  private void bake(String entry) {
    desk.write(
        "gatehouse.yaml", desk.read("gatehouse.yaml").replace("{ time: 0s, samples: 0 }", entry));
  }
}
