package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages that misled someone who followed them word by word. */
class ClearWordsTest {
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void furnish() {
    desk = Desk.furnished(folder);
  }

  private void rules(String before, String after) {
    desk.write("gatehouse.yaml", desk.read("gatehouse.yaml").replace(before, after));
  }

  @Test
  void aPromotionThatWasRefusedBeforeItHadAPlanSaysThatNothingWasWritten() {
    rules("folder: apps/checkout/{target}", "folder: aps/checkout/{target}");

    Desk.Answer refused = desk.promote("dev", "--wait");

    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.out())
        .contains("Did you mean 'apps/checkout/dev'?")
        .contains(": ended before a plan was made; nothing was written")
        .doesNotContain("not planned yet");
  }

  @Test
  void theWaiverThatAWaitNamesCanBeTypedAsItIs() {
    rules("firstBake: { time: 0s, samples: 0 }", "firstBake: 30m");
    String out = desk.promote("dev", "--wait", "--timeout", "6s").out();
    String typed =
        out.lines()
            .filter(line -> line.contains("a waiver: gatehouse waive"))
            .map(line -> line.replaceFirst(".*gatehouse ", "").replaceFirst("[.]$", ""))
            .findFirst()
            .orElseThrow()
            .replace("<who>", "pia")
            .replace("<why>", "measured-elsewhere")
            .replace("<span>", "1h");

    Desk.Answer waived = desk.gatehouse((typed + " --as pia").split(" "));

    assertThat(waived.out()).doesNotContain("REFUSED");
    assertThat(waived.code()).isEqualTo(0);
  }

  @Test
  void aWaiverThatWasRevokedIsNotShownAsOneThatCounts() {
    desk.promote("dev", "--wait");
    desk.promote("staging");
    String[] waive = {
      "waive", "checkout/staging", "approval", "--owner", "pia", "--reason", "hotfix of today"
    };
    assertThat(desk.gatehouse(more(waive, "--expires", "1h", "--as", "pia")).out())
        .startsWith("WAIVED gate approval by pia");

    Desk.Answer revoked =
        desk.gatehouse(
            "revoke", "checkout/staging", "waiver", "approval", "--why", "no need", "--as", "pia");

    assertThat(revoked.out())
        .doesNotContain("WAIVED")
        .startsWith("REVOKED the waiver of gate approval: the gate is asked again");
    assertThat(desk.gatehouse("run", "--linger", "1s").out()).contains("Approval is missing");
  }

  @Test
  void aReasonOfAnAbortEndsInOneSentence() {
    desk.promote("dev");
    desk.promote("staging");

    Desk.Answer aborted = desk.gatehouse("abort", "checkout/staging", "--reason", "looks wrong");

    assertThat(aborted.out()).contains("ci stopped it: looks wrong.\n");
  }

  @Test
  void aRollbackOfAStageThatDoesNotExistNamesTheStages() {
    Desk.Answer stage = desk.gatehouse("rollback", "checkout/prod", "--reason", "errors");
    assertThat(stage.code()).isEqualTo(4);
    assertThat(stage.out()).startsWith("REFUSED unknown-stage").contains("production");

    Desk.Answer application = desk.gatehouse("rollback", "chekout/dev", "--reason", "errors");
    assertThat(application.out()).startsWith("REFUSED unknown-application").contains("checkout");
  }

  @Test
  void theHelpNamesEveryExitCode() {
    assertThat(desk.gatehouse("--help").out())
        .contains("3 held by people or time, 4 refused or failed, 5 not finished yet");
  }

  private static String[] more(String[] first, String... then) {
    String[] all = java.util.Arrays.copyOf(first, first.length + then.length);
    System.arraycopy(then, 0, all, first.length, then.length);
    return all;
  }
}
