package dev.gatehouse.app.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.Promotions;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.testkit.Callers;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowingTest {
  private final ManualEngine engine =
      ManualEngine.of(Rulebooks.of("shop").stage("prod", "eu-1@eu"));

  @Test
  void whatEndsTheWaitIsShownAlsoWhenItHappensBetweenTwoReads() {
    PromotionId id = engine.propose(Changes.aChange(), "prod").id();
    List<PromotionEvent.Type> shown = new ArrayList<>();
    Following following =
        new Following(
            endingAfterEachPage(),
            Callers.caller(ManualEngine.PROPOSER),
            id,
            Instant.MAX,
            event -> shown.add(event.event().type()));
    Instant now = engine.clock().instant();
    boolean over = false;
    for (int looks = 0; looks < 5 && !over; looks++) {
      over = following.isOver(now);
    }
    assertThat(over).isTrue();
    assertThat(shown).startsWith(PromotionEvent.Type.PROPOSED).endsWith(PromotionEvent.Type.ENDED);
  }

  /** The engine goes on right after a page of events was read. */
  private Promotions endingAfterEachPage() {
    return (Promotions)
        Proxy.newProxyInstance(
            Promotions.class.getClassLoader(),
            new Class<?>[] {Promotions.class},
            (proxy, method, arguments) -> {
              Object answer = method.invoke(engine.promotions(), arguments);
              if (method.getName().equals("timeline")) {
                engine.tick(Duration.ofHours(1));
              }
              return answer;
            });
  }
}
