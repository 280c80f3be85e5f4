package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A promotion that a window holds until far in the future, in rules that change. */
class RecheckTest {
  private static final String WINDOW =
      "windows: [{name: move, kind: deny, start: 2020-01-01T00:00, duration: 3650d}]\n";
  @TempDir Path folder;
  private Desk desk;
  private String rules;

  @BeforeEach
  void furnish() {
    desk = Desk.furnished(folder);
    rules = desk.read("gatehouse.yaml");
    desk.write("gatehouse.yaml", rules + WINDOW);
    Desk.Answer held = desk.promote("dev");
    assertThat(held.code()).isEqualTo(3);
    assertThat(held.out()).contains("Window 'move' denies promotions until");
  }

  private void removeTheWindow() {
    desk.write("gatehouse.yaml", rules);
  }

  @Test
  void aWindowThatIsRemovedFromTheRulesHoldsNothingMore() {
    removeTheWindow();

    Desk.Answer run = desk.gatehouse("run", "--linger", "1s");

    assertThat(run.out()).contains("all gates are open").contains("SUCCEEDED");
  }

  @Test
  void listAndDetailsSayThatTheRulesHaveChangedSinceTheGatesWereJudged() {
    assertThat(desk.gatehouse("status").out()).doesNotContain("rules-changed");
    removeTheWindow();

    for (String[] typed : new String[][] {{"status"}, {"status", "checkout/dev"}}) {
      assertThat(desk.gatehouse(typed).out())
          .startsWith("NOTICE rules-changed")
          .contains("The rules have changed since its gates were judged.")
          .contains("Judge now: gatehouse recheck checkout-dev-");
    }
    assertThat(desk.gatehouse("status", "--output", "json").out())
        .contains("\"code\" : \"rules-changed\"");
  }

  @Test
  void recheckJudgesAHeldPromotionNow() {
    Desk.Answer still = desk.gatehouse("recheck", "checkout/dev");
    assertThat(still.code()).isEqualTo(3);
    assertThat(still.out()).contains("HELD by gate promotion-window");
    removeTheWindow();

    Desk.Answer open = desk.gatehouse("recheck", "checkout/dev");

    assertThat(open.code()).isEqualTo(0);
    assertThat(open.out()).startsWith("GOING checkout-dev-");
  }

  @Test
  void recheckWithoutAnIdJudgesEveryOpenPromotion() {
    removeTheWindow();

    Desk.Answer all = desk.gatehouse("recheck");

    assertThat(all.code()).isEqualTo(0);
    assertThat(all.out()).contains("GOING").doesNotContain("HELD");
    assertThat(desk.gatehouse("status").out()).doesNotContain("rules-changed");
  }

  @Test
  void recheckOfAnEndedPromotionIsRefusedAndOfNoneSaysSo() {
    desk.gatehouse("abort", "checkout/dev", "--reason", "wrong version");

    assertThat(desk.gatehouse("recheck", "checkout/dev").code()).isEqualTo(4);
    Desk.Answer none = desk.gatehouse("recheck");
    assertThat(none.code()).isEqualTo(0);
    assertThat(none.out()).startsWith("No promotion is open, so there is nothing to judge.");
  }

  @Test
  void whoMayNotProposeMayNotRecheck() {
    desk.write("gatehouse.yaml", rules.replace("rights:", "rights:\n  propose: [platform]"));

    Desk.Answer refused = desk.gatehouse("recheck", "--as", "ben");

    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.out()).startsWith("REFUSED not-allowed");
  }
}
