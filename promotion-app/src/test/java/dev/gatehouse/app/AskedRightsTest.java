package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rights that the runtime asks for on behalf of the command. */
class AskedRightsTest {
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void furnish() {
    desk = Desk.furnished(folder);
    desk.promote("dev", "--wait");
  }

  private void grant(String verb, String group) {
    String rules = desk.read("gatehouse.yaml");
    String without = rules.replaceAll("(?m)^  " + verb + ": .*\n", "");
    desk.write(
        "gatehouse.yaml",
        without.replace("rights:\n", "rights:\n  " + verb + ": [" + group + "]\n"));
  }

  private static void refused(Desk.Answer answer, String verb) {
    assertThat(answer.out()).startsWith("REFUSED not-allowed").contains("may not " + verb);
    assertThat(answer.code()).isEqualTo(4);
  }

  @Test
  void whoMayNotSeeTheWholeLedgerNeitherVerifiesNorExportsIt() {
    grant("see", "platform");
    refused(desk.gatehouse("audit", "verify", "--as", "ben"), "see");
    refused(desk.gatehouse("audit", "export", "--to", "l.jsonl", "--as", "ben"), "see");
    assertThat(Files.exists(folder.resolve("l.jsonl"))).isFalse();
  }

  @Test
  void runAndWaitAskForTheSameRightAndWaitRecordsNothingWithoutIt() {
    grant("execute", "platform");
    refused(desk.gatehouse("run", "--as", "ben"), "execute");
    Desk.Answer wait = desk.promote("staging", "--wait", "--as", "ben");
    refused(wait, "execute");
    assertThat(wait.out()).contains("so nothing was recorded");
    assertThat(desk.gatehouse("status", "checkout/staging").out())
        .startsWith("REFUSED unknown-promotion");
  }

  @Test
  void anActIsDecidedAtOnceForItsCallerWithoutTheRightToExecute() {
    grant("execute", "platform");
    assertThat(desk.promote("staging", "--as", "ben").out()).startsWith("PLAN ");
  }
}
