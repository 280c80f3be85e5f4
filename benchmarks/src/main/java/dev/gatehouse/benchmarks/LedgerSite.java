package dev.gatehouse.benchmarks;

import static dev.gatehouse.testkit.Callers.caller;

import dev.gatehouse.api.Found;
import dev.gatehouse.api.Preview;
import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.change.Change;
import dev.gatehouse.engine.PromotionEngine;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.jdbc.JdbcPlatform;
import dev.gatehouse.jdbc.JdbcSettings;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.FixedRisk;
import dev.gatehouse.testkit.InMemoryGit;
import dev.gatehouse.testkit.InMemoryHistoryStore;
import dev.gatehouse.testkit.InMemoryLeases;
import dev.gatehouse.testkit.InMemoryWriteIntents;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.ManualWakeUps;
import dev.gatehouse.testkit.RecordingDesiredStateWriter;
import dev.gatehouse.testkit.Rulebooks;
import dev.gatehouse.testkit.ScriptedLiveState;
import dev.gatehouse.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The engine on a ledger in a database that holds many promotions; all that is not the ledger is in
 * memory. Not thread-safe.
 */
final class LedgerSite implements AutoCloseable {
  private static final Actor PAT = Actor.person("pat");
  private static final String APPLICATION = "shop";
  private static final StageName DEV = new StageName("dev");
  private static final StageName PROD = new StageName("prod");
  private static final Duration DAY = Duration.ofDays(1);
  private static final int APPLICATIONS = 10;

  private final SettableClock clock = SettableClock.onMonday();
  private final ManualWakeUps wakeUps = new ManualWakeUps(clock);
  private final JdbcPlatform platform;
  private final PromotionEngine engine;
  private int next = 1_000_000;

  /** Opens the ledger and fills it up to so many promotions. */
  LedgerSite(JdbcSettings settings, int promotions) {
    platform = JdbcPlatform.open(settings);
    Rulebooks rules =
        Rulebooks.of(APPLICATION).stage("dev", "dev-1@lab").stage("prod", "eu-1@eu", "us-1@us");
    engine = engine(rules, platform.history(), wakeUps, clock);
    fill(rules, promotions);
  }

  private static PromotionEngine engine(
      Rulebooks rules, HistoryStore store, ManualWakeUps wakeUps, SettableClock clock) {
    Rulebook rulebook = rules.build();
    InMemoryGit git = rules.repository();
    InMemoryLeases leases = new InMemoryLeases();
    PromotionEngine engine =
        PromotionEngine.builder()
            .history(store)
            .wakeUps(wakeUps)
            .leases(leases)
            .writer(
                new RecordingDesiredStateWriter(
                    git, new InMemoryWriteIntents(leases), leases, clock, "process", step -> {}))
            .live(new ScriptedLiveState())
            .risk(FixedRisk.LOW)
            .rulebook(() -> rulebook)
            .clock(clock)
            .build();
    wakeUps.start(engine, rulebook.shards().keySet());
    return engine;
  }

  /** Copies of two promotions that the engine made; each is of another version and day. */
  private void fill(Rulebooks rules, int promotions) {
    SettableClock past = SettableClock.onMonday();
    ManualWakeUps due = new ManualWakeUps(past);
    InMemoryHistoryStore made = new InMemoryHistoryStore();
    PromotionEngine maker = engine(rules, made, due, past);
    Promotion dev = succeeded(maker, due, DEV, Changes.aChange(APPLICATION, "2"));
    Promotion prod = succeeded(maker, due, PROD, Changes.aChange(APPLICATION, "2"));
    for (int i = 0; i < promotions; i++) {
      boolean toDev = i / APPLICATIONS % 2 == 0;
      String name = i % APPLICATIONS == 0 ? APPLICATION : APPLICATION + "-" + i % APPLICATIONS;
      Duration age = DAY.multipliedBy(promotions - i).dividedBy(promotions / 60 + 1);
      copy(made.read((toDev ? dev : prod).id()), Changes.aChange(name, "1." + i / 20), age);
    }
  }

  private static Promotion succeeded(
      PromotionEngine engine, ManualWakeUps wakeUps, StageName stage, Change change) {
    PromotionId id =
        ManualEngine.accepted(engine.propose(change, stage, List.of(), caller(PAT))).id();
    wakeUps.tick(Duration.ofMinutes(30));
    Promotion promotion = ManualEngine.accepted(engine.ask(id, caller(PAT)));
    if (promotion.phase() != PromotionPhase.SUCCEEDED) {
      throw new IllegalStateException(id + " is " + promotion.phase());
    }
    return promotion;
  }

  private void copy(List<Recorded> history, Change change, Duration age) {
    PromotionEvent.Proposed proposed = (PromotionEvent.Proposed) history.get(0).event();
    Instant at = history.get(0).at().minus(age);
    PromotionId id = PromotionId.of(change.id(), change.application(), proposed.stage(), at);
    List<Recorded> copies =
        history.stream()
            .map(
                one ->
                    new Recorded(
                        id,
                        one.version(),
                        one.at().minus(age),
                        one.by(),
                        one.version() == 1
                            ? new PromotionEvent.Proposed(change, proposed.stage())
                            : one.event()))
            .toList();
    platform.history().append(id, 0, copies);
  }

  /** What {@code status} asks. */
  int status() {
    return engine
        .list(
            new PromotionQuery(Optional.empty(), Optional.empty(), false, Optional.empty(), 20),
            caller(PAT))
        .found()
        .orElseThrow()
        .size();
  }

  /** What every command asks that gets the beginning of an id. */
  int named() {
    return ((Found.Several) engine.find(APPLICATION + "-prod-", caller(PAT))).candidates().size();
  }

  /** What {@code promote} and {@code plan} ask before anything is recorded. */
  int plan() {
    Preview preview = engine.preview(Changes.aChange(APPLICATION, "7"), PROD, caller(PAT));
    return preview instanceof Preview.Planned ? 1 : 0;
  }

  /** What {@code run} does: it resumes, and drives a new promotion to its end. */
  int run() {
    engine.resume(java.util.Set.of());
    succeeded(engine, wakeUps, DEV, Changes.aChange(APPLICATION, String.valueOf(next++)));
    return 1;
  }

  @Override
  public void close() {
    platform.close();
  }
}
