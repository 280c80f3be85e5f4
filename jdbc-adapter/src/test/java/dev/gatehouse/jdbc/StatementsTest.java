package dev.gatehouse.jdbc;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.Changes.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import dev.gatehouse.api.Found;
import dev.gatehouse.api.Preview;
import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.engine.PromotionEngine;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.testkit.FixedRisk;
import dev.gatehouse.testkit.InMemoryLeases;
import dev.gatehouse.testkit.InMemoryWriteIntents;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.ManualWakeUps;
import dev.gatehouse.testkit.RecordingDesiredStateWriter;
import dev.gatehouse.testkit.Rulebooks;
import dev.gatehouse.testkit.ScriptedLiveState;
import dev.gatehouse.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** How many statements a question costs, with few and with many promotions in the ledger. */
class StatementsTest {
  private static final Actor PAT = Actor.person("pat");
  private static final StageName PROD = new StageName("prod");

  @TempDir Path folder;

  @Test
  void aQuestionToAnEmbeddedLedgerCostsAsManyStatementsWhateverItsSize() {
    JdbcSettings settings = JdbcSettings.embedded(folder.resolve("ledger"));
    EmbeddedSource source = new EmbeddedSource(settings);
    CountingSource counting = new CountingSource(source);
    Durability durability = new Durability(true, source.turn());
    try (JdbcPlatform platform =
        JdbcPlatform.open(settings, pooled(settings, counting), durability, source::close)) {
      compare(platform, counting);
    }
  }

  @Test
  void aQuestionToPostgresCostsAsManyStatementsWhateverItsSize() {
    JdbcSettings settings = Postgres.fresh();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(settings.url());
    CountingSource counting = new CountingSource(source);
    Durability durability = new Durability(false, WriteTurn.NONE);
    try (JdbcPlatform platform =
        JdbcPlatform.open(settings, pooled(settings, counting), durability, () -> {})) {
      compare(platform, counting);
    }
  }

  private static HikariConfig pooled(JdbcSettings settings, CountingSource counting) {
    HikariConfig config = JdbcPlatform.pooled(settings);
    config.setDataSource(counting);
    return config;
  }

  private static void compare(JdbcPlatform platform, CountingSource counting) {
    Story story = new Story(platform);
    story.promote(0, 3);
    Map<String, Integer> few = story.questions(counting);
    story.promote(3, 15);
    Map<String, Integer> many = story.questions(counting);
    assertThat(many).isEqualTo(few);
    assertThat(few)
        .containsEntry("list", 1)
        .containsEntry("page of summaries", 1)
        .containsEntry("id by its beginning", 1)
        .containsEntry("id by its place", 1)
        .containsEntry("plan of a change", 3);
  }

  /** An application with two stages and many promotions, on the ledger under test. */
  private static final class Story {
    private final Rulebooks rules =
        Rulebooks.of("shop").stage("dev", "dev-1@lab").stage("prod", "eu-1@eu");
    private final Rulebook rulebook = rules.build();
    private final SettableClock clock = SettableClock.onMonday();
    private final ManualWakeUps wakeUps = new ManualWakeUps(clock);
    private final PromotionEngine engine;

    Story(JdbcPlatform platform) {
      InMemoryLeases leases = new InMemoryLeases();
      engine =
          PromotionEngine.builder()
              .history(platform.history())
              .wakeUps(wakeUps)
              .leases(leases)
              .writer(
                  new RecordingDesiredStateWriter(
                      rules.repository(),
                      new InMemoryWriteIntents(leases),
                      leases,
                      clock,
                      "process",
                      step -> {}))
              .live(new ScriptedLiveState())
              .risk(FixedRisk.LOW)
              .rulebook(() -> rulebook)
              .clock(clock)
              .build();
      wakeUps.start(engine, rulebook.shards().keySet());
    }

    void promote(int from, int to) {
      for (int i = from; i < to; i++) {
        for (String stage : List.of("dev", "prod")) {
          ManualEngine.accepted(
              engine.propose(
                  aChange("shop", String.valueOf(i + 1)),
                  new StageName(stage),
                  List.of(),
                  caller(PAT)));
          wakeUps.tick(Duration.ofMinutes(5));
        }
      }
      assertThat(engine.list(PromotionQuery.ALL, caller(PAT)).found().orElseThrow())
          .filteredOn(one -> one.phase() == PromotionPhase.SUCCEEDED)
          .hasSize(2 * to);
    }

    Map<String, Integer> questions(CountingSource counting) {
      Map<String, Integer> costs = new LinkedHashMap<>();
      PromotionId held =
          ManualEngine.accepted(
                  engine.propose(aChange("shop", "500"), PROD, List.of(), caller(PAT)))
              .id();
      wakeUps.runDue();
      cost(costs, counting, "list", () -> engine.list(PromotionQuery.ALL, caller(PAT)));
      PromotionQuery page = PromotionQuery.ALL;
      cost(costs, counting, "page of summaries", () -> engine.summaries(page, caller(PAT)));
      cost(costs, counting, "id by its beginning", () -> engine.find("shop-p", caller(PAT)));
      cost(costs, counting, "id by its place", () -> engine.find("shop/prod", caller(PAT)));
      cost(
          costs,
          counting,
          "plan of a change",
          () ->
              assertThat(engine.preview(aChange("shop", "100"), PROD, caller(PAT)))
                  .isInstanceOf(Preview.Planned.class));
      cost(costs, counting, "decision with its stage passes", () -> decide(held));
      engine.abort(held, "measured", caller(PAT));
      wakeUps.runDue();
      return costs;
    }

    /** Production waits: the stage before has not passed this change. */
    private void decide(PromotionId held) {
      assertThat(engine.handle(new WakeUp.Decide(held))).isPresent();
      assertThat(((Found.One) engine.find(held.value(), caller(PAT))).promotion().holding())
          .contains(GateName.STAGE_ORDER);
    }

    private static void cost(
        Map<String, Integer> costs, CountingSource counting, String what, Runnable question) {
      List<String> statements = counting.during(question);
      costs.put(what, statements.size());
    }
  }
}
