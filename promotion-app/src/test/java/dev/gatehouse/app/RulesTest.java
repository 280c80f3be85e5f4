package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {
  @TempDir Path folder;

  @Test
  void initWritesRulesThatAreValidAndNeverOverwrites() {
    Desk desk = Desk.empty(folder);

    assertThat(desk.gatehouse("init").code()).isEqualTo(0);
    assertThat(desk.gatehouse("validate").out()).startsWith("VALID gatehouse.yaml:");
    Desk.Answer again = desk.gatehouse("init");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).startsWith("INVALID file-exists");
  }

  @Test
  void everyMistakeIsNamedWithItsPlaceAtOnce() {
    Desk desk = Desk.furnished(folder);
    desk.write(
        "gatehouse.yaml",
        desk.read("gatehouse.yaml")
            .replace("concurrency: 2", "concurrency: two")
            .replace("soak: 30m", "soak: often"));

    Desk.Answer answer = desk.gatehouse("validate");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out())
        .contains("gatehouse.yaml:5:")
        .contains("$.shards[0].concurrency")
        .contains(".soak")
        .contains("INVALID 2 mistakes; nothing was done.");
    assertThat(desk.promote("dev").code()).isEqualTo(2);
  }

  @Test
  void aMissingFileSaysHowToGetOne() {
    Desk.Answer answer = Desk.empty(folder).gatehouse("status");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).contains("There is no such file.").contains("gatehouse init");
  }

  @Test
  void theControlModelsInForceAndTheDefaultsArePrinted() {
    Desk desk = Desk.furnished(folder);

    assertThat(desk.gatehouse("control-models").out())
        .contains("application LOW  (application-low)")
        .contains("control models of gatehouse.yaml");
    assertThat(desk.gatehouse("control-models", "--defaults").out())
        .contains("bake: 15 min after each wave")
        .contains("migration CRITICAL");
  }

  @Test
  void theCompletionScriptKnowsTheCommands() {
    assertThat(Desk.empty(folder).gatehouse("completion").out())
        .contains("way-back")
        .contains("control-models");
  }
}
