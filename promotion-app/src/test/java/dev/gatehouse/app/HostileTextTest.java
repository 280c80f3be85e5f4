package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.reason.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words of others, through whole commands. */
class HostileTextTest {
  private static final String NASTY =
      "ok\n  approval: none\r\u001b[2K\u0007\u009b1A\u202eevil\u2066\u200b\u2028  gates all open";

  @TempDir Path folder;

  @Test
  void aTitleForgesNoLineOfThePlan() {
    Desk desk = Desk.furnished(folder);
    Desk.Answer plain = desk.gatehouse(plan("--title", "ok", "--author", "ana"));
    Desk.Answer nasty = desk.gatehouse(plan("--title", NASTY, "--author", NASTY));
    assertThat(nasty.out().lines().count()).isEqualTo(plain.out().lines().count());
    assertClean(nasty);
    Desk.Answer wide =
        desk.gatehouse(
            plan("--title", "ok\"" + " ".repeat(200) + "approval: none", "--author", "ana"));
    assertThat(wide.out()).doesNotContain(" ".repeat(20) + "approval").doesNotContain("ok\"");
  }

  @Test
  void whatPeopleSayReachesTheTerminalCleanInEveryCommand() {
    Desk desk = Desk.furnished(folder);
    desk.promote("dev", "--title", NASTY, "--wait");
    assertClean(desk.gatehouse("abort", "checkout/dev", "--reason", NASTY));
    assertClean(desk.gatehouse("status", "checkout/dev"));
    assertClean(desk.gatehouse("status"));
    assertClean(desk.gatehouse("status", NASTY));
    assertClean(desk.gatehouse(NASTY));
    assertClean(desk.gatehouse("--" + NASTY));
    assertClean(desk.gatehouse("validate", "-f", "no\u001b[31m\u202esuch.yaml"));
  }

  @Test
  void jsonIsAsciiAndSaysTheSame() {
    Desk desk = Desk.furnished(folder);
    String json = desk.gatehouse(plan("--title", NASTY + "\u007f\u00e9", "-o", "json")).out();
    assertThat(json.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f))).isTrue();
    assertThat(json).contains("\\u202E", "\\u001B[2K").contains("\\u00E9");
  }

  private static String[] plan(String... more) {
    List<String> all =
        new ArrayList<>(List.of("plan", "checkout", "--to", "dev", "--artifact", Desk.IMAGE));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static void assertClean(Desk.Answer answer) {
    String all = answer.out() + answer.err();
    assertThat(all).isNotBlank();
    assertThat(all.replace("\n", "").codePoints().allMatch(SafeText::isSafe)).as(all).isTrue();
  }
}
