package dev.gatehouse.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.policy.Slice;
import dev.gatehouse.stage.Repository;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WavePlannerTest {
  private static final Slice ONE = Slice.count(1);

  @Test
  void aPercentageBringsTheTotalUpToItsShare() {
    assertThat(sizes(12, ONE, Slice.percent(25), Slice.REST)).containsExactly(1, 2, 9);
    assertThat(sizes(20, ONE, Slice.percent(10), Slice.percent(50), Slice.REST))
        .containsExactly(1, 1, 8, 10);
  }

  @Test
  void fewTargetsStillGoInSteps() {
    assertThat(sizes(1, ONE, Slice.percent(25), Slice.REST)).containsExactly(1);
    assertThat(sizes(3, ONE, Slice.percent(25), Slice.REST)).containsExactly(1, 1, 1);
  }

  @Test
  void oneByOneTakesOneWaveForEachTargetEvenIfTheRestFollows() {
    assertThat(sizes(3, Slice.EACH)).containsExactly(1, 1, 1);
    assertThat(sizes(4, Slice.count(2), Slice.EACH)).containsExactly(2, 1, 1);
    assertThat(sizes(3, Slice.EACH, Slice.REST)).containsExactly(1, 1, 1);
  }

  @Test
  void noTargetIsNoWave() {
    assertThat(sizes(0, ONE, Slice.REST)).isEmpty();
  }

  @Test
  void aWaveNeverMixesTwoOrdersAndLowerOnesGoFirst() {
    List<Target> targets = List.of(target("b", 2), target("a", 1), target("c", 2));
    assertThat(WavePlanner.waves(targets, List.of(Slice.REST), 0))
        .containsExactly(
            new Wave(1, List.of(new TargetName("a"))),
            new Wave(2, List.of(new TargetName("b"), new TargetName("c"))));
  }

  @Test
  void numbersGoOnAfterTheWavesThatRan() {
    List<Wave> waves = WavePlanner.waves(targets(2), List.of(Slice.EACH), 3);
    assertThat(waves).extracting(Wave::number).containsExactly(4, 5);
  }

  @Property(tries = 300)
  void everyTargetIsInExactlyOneWaveAndNoWaveIsEmpty(
      @ForAll("orders") List<Integer> orders, @ForAll("slices") List<Slice> slices) {
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      targets.add(target("t" + i, orders.get(i)));
    }
    List<Wave> waves = WavePlanner.waves(targets, slices, 0);
    List<TargetName> planned = waves.stream().flatMap(wave -> wave.targets().stream()).toList();
    assertThat(planned)
        .containsExactlyInAnyOrderElementsOf(targets.stream().map(Target::name).toList());
    assertThat(waves).allMatch(wave -> !wave.targets().isEmpty());
    assertThat(waves.stream().map(Wave::number).toList())
        .isEqualTo(IntStream.rangeClosed(1, waves.size()).boxed().toList());
  }

  @Provide
  Arbitrary<List<Integer>> orders() {
    return Arbitraries.integers().between(0, 3).list().ofMaxSize(30);
  }

  @Provide
  Arbitrary<List<Slice>> slices() {
    Arbitrary<Slice> counts = Arbitraries.integers().between(1, 5).map(Slice::count);
    Arbitrary<Slice> percents = Arbitraries.integers().between(1, 100).map(Slice::percent);
    Arbitrary<Slice> fixed = Arbitraries.of(Slice.EACH, Slice.REST);
    return Arbitraries.oneOf(counts, percents, fixed).list().ofMinSize(1).ofMaxSize(4);
  }

  private static List<Integer> sizes(int targets, Slice... order) {
    return WavePlanner.waves(targets(targets), List.of(order), 0).stream()
        .map(wave -> wave.targets().size())
        .toList();
  }

  private static List<Target> targets(int count) {
    return IntStream.range(0, count).mapToObj(i -> target("t" + i, 0)).toList();
  }

  private static Target target(String name, int order) {
    return new Target(
        new TargetName(name),
        new ShardName("eu"),
        REPOSITORY,
        "apps",
        List.of(),
        order,
        Set.of(),
        Optional.empty());
  }

  private static final Repository REPOSITORY = new Repository("a", "https://example.org/a", "main");
}
