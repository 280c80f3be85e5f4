package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaiverTest {
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void holdAPromotion() {
    desk = Desk.furnished(folder);
    desk.promote("dev", "--wait");
    desk.promote("staging");
  }

  @Test
  void aWaiverWithoutAReasonIsRefused() {
    Desk.Answer answer = waive("--owner", "ana", "--expires", "4h", "--as", "pia");

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out())
        .isEqualTo(
            """
            REFUSED waiver-incomplete
              what   The waiver gives no reason.
              where  waiver of gate approval
              next   Say why in at least ten characters: --reason.
              why    docs/reference/reasons.md#waiver-incomplete
            """);
  }

  @Test
  void aWaiverWithoutAnEndIsRefused() {
    Desk.Answer answer = waive("--owner", "ana", "--reason", "Needed at once.", "--as", "pia");

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out()).contains("The waiver names no end.");
  }

  @Test
  void theRightToWaiveBelongsToSomeGroups() {
    Desk.Answer answer = waive("--owner", "ana", "--reason", "Needed at once.", "--expires", "4h");

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out()).startsWith("REFUSED not-allowed").contains("belongs to platform");
  }

  @Test
  void aWaiverOpensTheGateAndIsShown() {
    Desk.Answer answer =
        waive("--owner", "ana", "--reason", "Needed at once.", "--expires", "4h", "--as", "pia");

    assertThat(answer.code()).isEqualTo(0);
    assertThat(answer.out())
        .contains("WAIVED gate approval by pia, owner ana, until ")
        .contains("Needed at once.");
    assertThat(waive("--confirm", "--as", "pia").code()).isEqualTo(4);
    assertThat(waive("--confirm", "--as", "paul").code()).isEqualTo(0);
  }

  @Test
  void timesAreWrittenAsSpansOrPoints() {
    assertThat(waive("--owner", "ana", "--expires", "soon", "--as", "pia").err())
        .startsWith("INVALID invalid-time");
  }

  private Desk.Answer waive(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "waive";
    all[1] = "checkout/staging";
    all[2] = "approval";
    System.arraycopy(more, 0, all, 3, more.length);
    return desk.gatehouse(all);
  }
}
