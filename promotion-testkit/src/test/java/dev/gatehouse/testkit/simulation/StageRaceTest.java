package dev.gatehouse.testkit.simulation;

import static dev.gatehouse.testkit.Callers.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.FixedRisk;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.Windows;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StageRaceTest {
  private static final StageName DEV = new StageName("dev");
  private static final Actor PAT = Actor.person("pat");
  private final World world =
      new World(
          new Random(1),
          new Terms(
              0,
              false,
              List.of(Slice.REST),
              Bake.NONE,
              FixedRisk.LOW,
              Windows.deny("never", SettableClock.onMonday().instant(), Duration.ZERO),
              1),
          List.of(Set.of("lab"), Set.of("lab")));

  @Test
  void aNewerPromotionThatStartsWhileAnOlderOneIsAboutToStartIsTheOnlyOneThatRuns() {
    world.live.answer("dev-1", LiveState.Status.PROGRESSING);
    propose("v1");
    world.store.before(this::otherProcessIsQuicker);
    while (world.run()) {
      assertThat(running()).hasSizeLessThanOrEqualTo(1);
    }

    assertThat(running()).hasSize(1);
    assertThat(running().get(0).change().title()).isEqualTo("shop v2");
  }

  private void otherProcessIsQuicker(List<Recorded> events) {
    if (events.stream().anyMatch(r -> r.event() instanceof PromotionEvent.WaveStarted)) {
      world.store.before(dies -> {});
      world.store.before(
          appending -> {
            if (appending.get(0).event() instanceof PromotionEvent.Ended) {
              world.store.before(more -> {});
              throw new dev.gatehouse.testkit.ProcessDied(dev.gatehouse.spi.Step.PROPOSED);
            }
          });
      propose("v2");
      world.store.before(more -> {});
      Promotion newer = world.invariants.promotions().get(1);
      world.processes.get(1).engine().handle(new WakeUp.Decide(newer.id()));
    }
  }

  private void propose(String version) {
    world.act(e -> e.propose(Changes.aChange("shop", version), DEV, List.of(), caller(PAT)));
  }

  private List<Promotion> running() {
    return world.invariants.promotions().stream()
        .filter(promotion -> promotion.phase() == PromotionPhase.RUNNING)
        .toList();
  }
}
