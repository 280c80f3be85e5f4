package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Changes.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.HeldBy;
import dev.gatehouse.promotion.PromotionStatus;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import dev.gatehouse.testkit.Windows;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeldByTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private static Rulebooks rules() {
    return Rulebooks.of("shop").stage("prod", "eu-1@eu").person("olga", "owners").person("pat");
  }

  @Test
  void aFreezeIsHeldByTimeUntilItEnds() {
    ManualEngine engine = ManualEngine.of(rules().window(Windows.deny("sale", NOW, HOUR)));
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.runAnyDue();

    assertThat(HeldBy.of(engine.promotion(id))).isEqualTo(HeldBy.TIME);
    assertThat(PromotionStatus.of(engine.promotion(id))).isEqualTo(PromotionStatus.HELD);
    assertThat(HeldBy.timeUntil(NOW.plus(HOUR), engine.promotion(id))).isTrue();
    assertThat(HeldBy.timeUntil(NOW.plus(HOUR).minusSeconds(1), engine.promotion(id))).isFalse();
  }

  @Test
  void anApprovalAndAFreezeTogetherAreHeldByOthers() {
    ManualEngine engine =
        ManualEngine.of(
            rules()
                .window(Windows.deny("sale", NOW, HOUR))
                .controls(model -> Controls.approvals(model, 1, "owners")));
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.runAnyDue();

    assertThat(engine.promotion(id).holding()).hasSizeGreaterThan(1);
    assertThat(HeldBy.of(engine.promotion(id))).isEqualTo(HeldBy.OTHERS);
    assertThat(HeldBy.timeUntil(NOW.plus(HOUR), engine.promotion(id))).isFalse();
  }

  @Test
  void aFailedTargetIsHeldByAPerson() {
    ManualEngine engine = ManualEngine.of(rules());
    engine.live().answer("eu-1", LiveState.Status.PROGRESSING);
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(Duration.ofMinutes(1));
    assertThat(PromotionStatus.of(engine.promotion(id))).isEqualTo(PromotionStatus.GOING);
    assertThat(HeldBy.of(engine.promotion(id))).isEqualTo(HeldBy.NOTHING);

    engine.tick(Duration.ofDays(2));
    assertThat(PromotionStatus.of(engine.promotion(id))).isEqualTo(PromotionStatus.HELD);
    assertThat(HeldBy.of(engine.promotion(id))).isEqualTo(HeldBy.OTHERS);
  }

  @Test
  void nothingHoldsWhatIsDone() {
    ManualEngine engine = ManualEngine.of(rules());
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.tick(HOUR);

    assertThat(PromotionStatus.of(engine.promotion(id))).isEqualTo(PromotionStatus.DONE);
    assertThat(HeldBy.of(engine.promotion(id))).isEqualTo(HeldBy.NOTHING);
  }
}
