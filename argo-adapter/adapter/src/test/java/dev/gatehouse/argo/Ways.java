package dev.gatehouse.argo;

import dev.gatehouse.argo.LiveScene.Way;
import dev.gatehouse.argo.application.ArgoApplication.Sync;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The ways to make a revision live, each with one source and with two. */
final class Ways {
  private static final List<Way> ALL =
      List.of(
          new Way(Sync.AUTOMATIC, true, false),
          new Way(Sync.AUTOMATIC, true, true),
          new Way(Sync.REQUESTED, false, false),
          new Way(Sync.REQUESTED, false, true),
          new Way(Sync.PINNED, false, false),
          new Way(Sync.PINNED, false, true),
          new Way(Sync.PINNED, true, false),
          new Way(Sync.PINNED, true, true));

  private Ways() {}

  static Stream<DynamicTest> all(Consumer<LiveScene> claim) {
    return those(way -> true, claim);
  }

  static Stream<DynamicTest> those(Predicate<Way> which, Consumer<LiveScene> claim) {
    return ALL.stream().filter(which).map(way -> test(way, claim));
  }

  private static DynamicTest test(Way way, Consumer<LiveScene> claim) {
    return DynamicTest.dynamicTest(
        way.toString(),
        () -> {
          try (LiveScene scene = new LiveScene(way)) {
            claim.accept(scene);
          }
        });
  }
}
