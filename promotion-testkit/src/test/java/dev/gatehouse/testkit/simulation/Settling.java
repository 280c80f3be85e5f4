package dev.gatehouse.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.testkit.InMemoryCommit;
import dev.gatehouse.testkit.RecordingDesiredStateWriter;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ends all trouble, lets everything come to rest, and looks at what is there then. */
final class Settling {
  private static final int HOURS = 4;
  private final World world;
  private final People people;

  Settling(World world, People people) {
    this.world = world;
    this.people = people;
  }

  /** Every open promotion is rechecked automatically, whatever happened. */
  static void everyOpenPromotionHasAWakeUp(World world) {
    for (Promotion open : world.invariants.promotions()) {
      if (!open.phase().isFinal()) {
        assertThat(world.wakeUps.next(new WakeUp.Decide(open.id())))
            .as("the next look at %s, %s, stop %s", open.id(), open.phase(), open.stop())
            .isPresent();
      }
    }
  }

  void settle() {
    world.trouble(0);
    for (int hour = 0; hour < HOURS && !open().isEmpty(); hour++) {
      world.evidence.down(false);
      world.evidence.says(Terms.CHECK, Evidence.Condition.Status.TRUE, world.clock.instant());
      open().forEach(this::help);
      world.wakeUps.tick(Duration.ofHours(1));
    }
    for (Promotion held : open()) {
      people.abort(held.id(), Actor.person("olga"));
    }
    world.wakeUps.tick(Duration.ofMinutes(20));
    assertThat(open()).as("stuck after all trouble has ended").isEmpty();
    nothingIsLostAndNothingIsDoubled();
  }

  private void help(Promotion open) {
    Terms.OWNERS.forEach(owner -> people.approve(open, Actor.person(owner)));
    if (open.stop() == Promotion.Stop.ASKED) {
      people.chooseWayBack(open.id(), 0);
      people.chooseWayBack(open.id(), 1);
    }
  }

  private List<Promotion> open() {
    return world.invariants.promotions().stream().filter(p -> !p.phase().isFinal()).toList();
  }

  private void nothingIsLostAndNothingIsDoubled() {
    List<InMemoryCommit> log = world.git.log(Rulebooks.BRANCH);
    for (String trailer :
        List.of(RecordingDesiredStateWriter.PROMOTION, RecordingDesiredStateWriter.REVERTS)) {
      Map<String, Long> counts =
          log.stream()
              .filter(commit -> commit.trailers().containsKey(trailer))
              .map(commit -> commit.trailers().toString())
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
      assertThat(counts).allSatisfy((work, count) -> assertThat(count).as(work).isEqualTo(1));
    }
    Set<String> onBranch = log.stream().map(c -> c.id().value()).collect(Collectors.toSet());
    Set<String> recorded =
        world.store.all().stream().flatMap(Settling::revision).collect(Collectors.toSet());
    assertThat(onBranch).as("recorded commits on the branch").containsAll(recorded);
    log.stream()
        .filter(commit -> !commit.trailers().isEmpty())
        .forEach(commit -> assertThat(recorded).as("%s", commit).contains(commit.id().value()));
    world.invariants.promotions().forEach(Settling::isWhole);
  }

  private static Stream<String> revision(Recorded recorded) {
    if (recorded.event() instanceof PromotionEvent.TargetWritten written) {
      return Stream.of(written.revision().value());
    }
    return recorded.event() instanceof PromotionEvent.TargetReverted reverted
        ? reverted.revision().stream().map(r -> r.value())
        : Stream.empty();
  }

  private static void isWhole(Promotion promotion) {
    assertThat(promotion.inFlight()).as("in flight after the end of %s", promotion.id()).isEmpty();
    if (promotion.phase() == PromotionPhase.SUCCEEDED) {
      assertThat(promotion.targets().values())
          .allMatch(target -> target.step() == TargetState.Step.LIVE);
    } else {
      assertThat(promotion.reason()).as("the reason of the end of %s", promotion.id()).isPresent();
    }
  }
}
