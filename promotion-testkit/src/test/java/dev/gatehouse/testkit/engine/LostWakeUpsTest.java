package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Changes.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.Step;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.ProcessDied;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wake-ups are derived from the ledger; a process that begins makes those again that are lost. */
class LostWakeUpsTest {
  private final Rulebooks rules = Rulebooks.of("shop").stage("prod", "a@eu", "b@us");
  private final ManualEngine engine = ManualEngine.of(rules);

  @Test
  void aPromotionWhoseWakeUpsAreLostStaysWhereItIs() {
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.wakeUps().forgetAll();
    engine.restart().tick(Duration.ofDays(1));
    assertThat(engine.promotion(id).phase().isFinal()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void wakeUpsLostAtAnyStepAreMadeAgainAtTheNextStart(Step step) {
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.dieAt(step, 1);
    try {
      engine.tick(Duration.ofHours(1));
    } catch (ProcessDied died) {
      assertThat(died).isNotNull();
    }
    engine.wakeUps().forgetAll();
    engine.restart().resume().tick(Duration.ofHours(2));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }
}
