package dev.gatehouse.testkit;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.Changes.aChange;
import static dev.gatehouse.testkit.ManualEngine.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.spi.LiveState;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Histories that were recorded once lead to the decisions that they led to then. To record them
 * again, on purpose: {@code -Dgatehouse.histories=src/test/resources/histories}.
 */
class HistoryReplayTest {
  private static final Actor OLGA = Actor.person("olga", "owners");

  @TestFactory
  Stream<DynamicTest> everyRecordedHistoryLeadsToTheSameDecisions() {
    return Stream.of("approved", "rolled-back", "drifted", "aborted")
        .map(name -> DynamicTest.dynamicTest(name, () -> replays(name)));
  }

  private static void replays(String name) throws IOException {
    assertThat(String.join("\n", replay(name).decisions()) + "\n")
        .isEqualTo(new String(open(name + ".decisions").readAllBytes(), US_ASCII));
  }

  private static final java.nio.charset.Charset US_ASCII =
      java.nio.charset.StandardCharsets.US_ASCII;

  private static HistoryReplay replay(String name) throws IOException {
    try (InputStream export = open(name + ".jsonl")) {
      return HistoryReplay.of(export, name);
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(
        HistoryReplayTest.class.getResourceAsStream("/histories/" + name), name);
  }

  @Test
  void recordsWhereAskedTo() throws IOException {
    String folder = System.getProperty("gatehouse.histories");
    for (String name : new String[] {"approved", "rolled-back", "drifted", "aborted"}) {
      StringWriter export = new StringWriter();
      HistoryReplay.record(story(name).store(), export);
      assertThat(export.toString()).isNotBlank();
      if (folder != null) {
        write(Path.of(folder, name), export.toString());
      }
    }
  }

  private static void write(Path path, String export) throws IOException {
    Files.createDirectories(path.getParent());
    Path lines = path.resolveSibling(path.getFileName() + ".jsonl");
    Files.writeString(lines, export);
    try (InputStream in = Files.newInputStream(lines);
        Writer out =
            Files.newBufferedWriter(path.resolveSibling(path.getFileName() + ".decisions"))) {
      for (String line : HistoryReplay.of(in, path.toString()).decisions()) {
        out.write(line + "\n");
      }
    }
  }

  private static ManualEngine story(String name) {
    ManualEngine engine =
        ManualEngine.of(
            Rulebooks.of("shop")
                .stage("prod", "a@eu", "b@us")
                .controls(
                    m ->
                        Controls.approvals(
                            Controls.bake(Controls.waves(m, Slice.EACH), Duration.ofMinutes(5)),
                            1,
                            "owners")));
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.runAnyDue();
    if (name.equals("drifted")) {
      engine
          .git()
          .commitFile(
              "main", Rulebooks.file("a"), "image: registry.example/shop:1.5\nreplicas: 2\n");
    }
    if (name.equals("rolled-back")) {
      engine.live().answer("b", LiveState.Status.DEGRADED);
    }
    approve(engine, id);
    engine.runAnyDue();
    if (name.equals("drifted")) {
      approve(engine, id);
    }
    if (name.equals("aborted")) {
      accepted(engine.promotions().abort(id, "wrong version", caller(OLGA)));
    }
    engine.tick(Duration.ofHours(1));
    return engine;
  }

  private static void approve(ManualEngine engine, PromotionId id) {
    String hash = engine.promotion(id).plan().orElseThrow().hash().value();
    accepted(engine.promotions().approve(id, hash, "", "", caller(OLGA)));
  }
}
