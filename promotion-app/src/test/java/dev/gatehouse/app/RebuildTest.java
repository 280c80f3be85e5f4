package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void aLedgerWithOnePromotion() {
    desk = Desk.furnished(folder);
    desk.promote("dev", "--wait");
  }

  @Test
  void summariesThatAgreeWithTheirEventsAreNotReplaced() {
    Desk.Answer answer = desk.gatehouse("audit", "rebuild");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("Compared 1 promotions", "replaced 0 summaries");
    assertThat(desk.gatehouse("audit", "verify").code()).isZero();
  }

  @Test
  void onlyAnAdministratorRebuilds() {
    String rules = desk.read("gatehouse.yaml");
    desk.write("gatehouse.yaml", rules.replace("rights:\n", "rights:\n  administer: [platform]\n"));
    Desk.Answer answer = desk.gatehouse("audit", "rebuild");
    assertThat(answer.code()).isNotZero();
    assertThat(answer.out() + answer.err()).contains("may not administer");
  }
}
