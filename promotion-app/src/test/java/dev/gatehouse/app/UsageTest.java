package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {
  @TempDir Path folder;

  @Test
  void aMistypedCommandIsAMistakeOfTheUserWithoutAStackTrace() {
    Desk.Answer answer = Desk.empty(folder).gatehouse("promot");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).startsWith("INVALID usage").doesNotContain("\tat ");
  }

  @Test
  void aMissingOptionIsNamed() {
    Desk.Answer answer = Desk.empty(folder).gatehouse("promote", "checkout");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err())
        .isEqualTo(
            """
            INVALID usage
              what   Missing required option: '--to=<stage>'.
              where  gatehouse promote
              next   Look at: gatehouse promote --help.
              why    docs/reference/reasons.md#usage
            """);
  }

  @Test
  void valuesThatCannotBeMeantAreInvalid() {
    Desk desk = Desk.furnished(folder);

    assertThat(desk.gatehouse("plan", "checkout", "--to", "dev", "--revision", "main").err())
        .startsWith("INVALID invalid-revision");
    assertThat(desk.gatehouse("plan", "checkout", "--to", "dev", "-a", "x@sha256:1").err())
        .startsWith("INVALID invalid-artifact");
    assertThat(desk.gatehouse("run", "--shards", "mars").err())
        .startsWith("INVALID unknown-shard")
        .contains("Use some of: eu, us.");
  }

  @Test
  void helpAndVersionAreThere() {
    Desk desk = Desk.empty(folder);

    assertThat(desk.gatehouse("--help").out()).contains("Exit codes: 0 done or allowed");
    assertThat(desk.gatehouse("promote", "--help").out()).contains("--wait");
    assertThat(desk.gatehouse("--version").out()).startsWith("gatehouse ");
  }

  @Test
  void runNeedsTheRightToExecute() {
    assertThat(Desk.furnished(folder).gatehouse("run", "--as", "ana").out())
        .startsWith("REFUSED not-allowed");
  }

  @Test
  void whoMaySeeNothingIsRefusedTheListInsteadOfShownAnEmptyOne() {
    Desk desk = Desk.furnished(folder);
    desk.write(
        "gatehouse.yaml",
        desk.read("gatehouse.yaml")
            .replace("  waive: [platform]", "  waive: [platform]\n  see: [platform]"));

    for (String command : List.of("status", "recheck")) {
      Desk.Answer answer = desk.gatehouse(command, "--as", "ana");
      assertThat(answer.code()).as(command).isEqualTo(4);
      assertThat(answer.out()).startsWith("REFUSED not-allowed").contains("ana may not see");
    }
    assertThat(desk.gatehouse("status", "--as", "pia").out()).startsWith("No promotions yet");
  }

  @Test
  void aLedgerWithoutAFolderIsSaidInWordsAndNothingElseIsPrinted() {
    Desk desk = Desk.furnished(folder);
    desk.write(".gatehouse", "not a folder");

    Desk.Answer answer = desk.gatehouse("status");

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.err())
        .startsWith("FAILED store-unreachable")
        .contains("where  folder " + folder.resolve(".gatehouse"))
        .contains("next   Give this user the right")
        .doesNotContain("\tat ");
  }
}
