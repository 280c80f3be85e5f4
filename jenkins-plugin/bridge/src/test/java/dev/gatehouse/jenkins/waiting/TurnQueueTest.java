package dev.gatehouse.jenkins.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.plan.PromotionId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnQueueTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final PromotionId ONE = new PromotionId("shop-prod-00000001");
  private static final PromotionId TWO = new PromotionId("shop-prod-00000002");

  private final TurnQueue<String> queue = new TurnQueue<>();

  @Test
  void aWaitIsOverAtItsTimeAndOnlyOnce() {
    queue.await("a", Optional.of(ONE), LATER);

    assertThat(queue.due(NOW, 10)).isEmpty();
    assertThat(queue.next()).contains(LATER);
    assertThat(queue.due(LATER, 10)).containsExactly("a");
    assertThat(queue.due(LATER.plusSeconds(9), 10)).isEmpty();
  }

  @Test
  void whatHappensToAPromotionEndsTheWaitOfItsWaitersAlone() {
    queue.await("a", Optional.of(ONE), LATER);
    queue.await("b", Optional.of(ONE), LATER);
    queue.await("c", Optional.of(TWO), LATER);
    queue.happened(ONE);

    assertThat(queue.due(NOW, 10)).containsExactlyInAnyOrder("a", "b");
    assertThat(queue.size()).isEqualTo(1);
  }

  @Test
  void whatHappensDuringATurnIsNotMissed() {
    queue.await("a", Optional.of(ONE), NOW);
    assertThat(queue.due(NOW, 10)).containsExactly("a");
    queue.happened(ONE);
    queue.await("a", Optional.of(ONE), LATER);

    assertThat(queue.due(NOW, 10)).containsExactly("a");
    queue.await("a", Optional.of(ONE), LATER);
    assertThat(queue.due(NOW, 10)).isEmpty();
  }

  @Test
  void aForgottenWaiterIsNeverHandedOut() {
    queue.await("a", Optional.of(ONE), NOW);
    queue.forget("a");
    queue.happened(ONE);

    assertThat(queue.due(LATER, 10)).isEmpty();
    assertThat(queue.next()).isEmpty();
  }

  @Test
  void theLongestWaitComesFirstAndNoMoreAreHandedOutThanAskedFor() {
    for (int i = 0; i < 10_000; i++) {
      queue.await("w" + i, Optional.of(new PromotionId("shop-prod-" + i)), NOW.plusMillis(i));
    }
    assertThat(queue.due(LATER, 3)).containsExactly("w0", "w1", "w2");
    assertThat(queue.size()).isEqualTo(9_997);
    queue.happened(new PromotionId("shop-prod-9000"));
    assertThat(queue.due(LATER, 1)).containsExactly("w9000");
  }

  @Test
  void aWaiterFollowsThePromotionThatItNamedLast() {
    queue.await("a", Optional.of(ONE), LATER);
    queue.await("a", Optional.of(TWO), LATER);
    queue.happened(ONE);
    assertThat(queue.due(NOW, 10)).isEmpty();
    queue.happened(TWO);
    assertThat(queue.due(NOW, 10)).containsExactly("a");
  }
}
