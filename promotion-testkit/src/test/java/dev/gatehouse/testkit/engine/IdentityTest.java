package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Changes.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Change;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityTest {
  private final ManualEngine engine =
      ManualEngine.of(Rulebooks.of("shop").stage("prod", "eu-1@eu"));

  @Test
  void twoPromotionsWhoseIdsCollideAreTwoPromotions() {
    Map<PromotionId, Change> seen = new HashMap<>();
    for (int version = 0; ; version++) {
      Change next = aChange("shop", Integer.toString(version));
      PromotionId id =
          PromotionId.of(
              next.id(),
              new ApplicationName("shop"),
              new StageName("prod"),
              engine.clock().instant());
      Change other = seen.put(id, next);
      if (other != null) {
        Promotion first = engine.propose(other, "prod");
        Promotion second = engine.propose(next, "prod");

        assertThat(first.id()).isEqualTo(id);
        assertThat(second.id()).isNotEqualTo(id);
        assertThat(second.change()).isEqualTo(next);
        return;
      }
    }
  }

  @Test
  void theSameProposalTwiceAtOneMomentIsOnePromotion() {
    assertThat(engine.propose(aChange(), "prod").id())
        .isEqualTo(engine.propose(aChange(), "prod").id());
  }
}
