package dev.gatehouse.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * R8: whatever people, remotes and control planes do in whatever order, {@link Invariants} hold at
 * every append and every push. A longer run: {@code -Djqwik.tries.default=100000}; a failure prints
 * its smallest sequence and its seed.
 */
class PromotionProperties {
  private static long sequences;
  private static long events;
  private static long started;

  /** One act, and how many wake-ups are handled after it. */
  record Act(int kind, int a, int b, int wakeUps) {}

  @Property(edgeCases = EdgeCasesMode.NONE)
  void nothingThatPeopleAndRemotesDoBreaksALaw(
      @ForAll("sequences") List<Act> acts, @ForAll int terms) {
    Random random = new Random(terms);
    World world =
        new World(
            random,
            Terms.draw(random),
            List.of(Set.of("lab", "eu", "us"), Set.of("lab", "eu", "us")));
    People people = new People(world);
    world.trouble(Math.floorMod(terms, 3) * 0.02);
    for (Act act : acts) {
      people.act(act.kind(), act.a(), act.b());
      for (int i = 0; i < act.wakeUps() && world.run(); i++) {
        Settling.everyOpenPromotionHasAWakeUp(world);
      }
    }
    world.invariants.promotions().forEach(p -> lawsOf(world.store.read(p.id())));
    sequences++;
    events += world.store.all().size();
  }

  @Provide
  Arbitrary<List<Act>> sequences() {
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 99);
    return Combinators.combine(
            Arbitraries.integers().between(0, People.KINDS - 1),
            number,
            number,
            Arbitraries.integers().between(0, 6))
        .as(Act::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }

  private static void lawsOf(List<Recorded> history) {
    PromotionId id = history.get(0).promotion();
    Promotion before = Promotion.of(history.subList(0, 1));
    for (int i = 1; i < history.size(); i++) {
      assertThat(history.get(i).version()).isEqualTo(i + 1);
      Promotion after = Promotion.of(history.subList(0, i + 1));
      assertThat(after.version()).as("fold of %s at %d", id, i).isEqualTo(before.version() + 1);
      before = after;
    }
    int abort = first(history, PromotionEvent.AbortRequested.class::isInstance);
    int wave = last(history, PromotionEvent.WaveStarted.class::isInstance);
    assertThat(abort < 0 || wave < abort).as("no wave of %s after its abort", id).isTrue();
  }

  private static int first(List<Recorded> history, Predicate<PromotionEvent> wanted) {
    return IntStream.range(0, history.size())
        .filter(i -> wanted.test(history.get(i).event()))
        .findFirst()
        .orElse(-1);
  }

  private static int last(List<Recorded> history, Predicate<PromotionEvent> wanted) {
    return IntStream.range(0, history.size())
        .filter(i -> wanted.test(history.get(i).event()))
        .max()
        .orElse(-1);
  }

  @net.jqwik.api.lifecycle.BeforeContainer
  static void start() {
    started = System.nanoTime();
  }

  @AfterContainer
  static void report() {
    System.out.printf(
        "R8: %d sequences, %d events, %d s%n",
        sequences, events, (System.nanoTime() - started) / 1_000_000_000);
  }
}
