package dev.gatehouse.app.crash;

import static dev.gatehouse.testkit.Callers.caller;

import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.engine.PromotionEngine;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.git.GitDesiredStateWriter;
import dev.gatehouse.git.GitLiveStateReader;
import dev.gatehouse.git.GitSettings;
import dev.gatehouse.git.publish.Coordination;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.jdbc.JdbcPlatform;
import dev.gatehouse.jdbc.JdbcSettings;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.spi.Pause;
import dev.gatehouse.spi.Step;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.testkit.FixedRisk;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The process that is killed: finishes what an earlier one left, proposes the promotions of its
 * round, and at the named step says so and waits until it is killed.
 */
final class CrashingProcess {
  private static final Actor PIPELINE = Actor.service("pipeline");
  private static final InstantSource CLOCK = InstantSource.system();
  private final Fleet fleet;
  private final Set<PromotionId> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService pipeline = Executors.newSingleThreadExecutor();
  private final CountDownLatch nothingLeft = new CountDownLatch(1);
  private final AtomicInteger hitsToStop = new AtomicInteger();
  private final Set<Step> passed = ConcurrentHashMap.newKeySet();
  private volatile boolean recovered;
  private volatile Optional<Step> stopAt = Optional.empty();
  private final JdbcPlatform ledger;
  private final PromotionEngine engine;

  private CrashingProcess(Fleet fleet) {
    this.fleet = fleet;
    this.ledger = JdbcPlatform.open(JdbcSettings.embedded(fleet.folder().resolve("ledger")));
    GitSettings git = GitSettings.anonymous(fleet.folder().resolve("cache"));
    Rulebook rules = fleet.rulebook();
    this.engine =
        PromotionEngine.builder()
            .history(ledger.history())
            .wakeUps(ledger.wakeUps())
            .leases(ledger.leases())
            .writer(
                new GitDesiredStateWriter(
                    git,
                    new Coordination(
                        ledger.intents(),
                        ledger.leases(),
                        "process-" + ProcessHandle.current().pid(),
                        CLOCK,
                        this::reached,
                        Pause.real())))
            .live(new GitLiveStateReader(git))
            .syncer(fleet.controlPlane())
            .risk(FixedRisk.LOW)
            .rulebook(() -> rules)
            .clock(CLOCK)
            .steps(this::reached)
            .listener(this::appended)
            .build();
  }

  /**
   * Runs one life.
   *
   * @param args the folder, the number of rounds, of applications per round, this round, the step
   *     to stop at or {@code NONE}, and at which hit of it
   */
  public static void main(String[] args) throws InterruptedException {
    Fleet fleet = new Fleet(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    new CrashingProcess(fleet).live(Integer.parseInt(args[3]), args[4], Integer.parseInt(args[5]));
  }

  private void live(int round, String step, int hit) throws InterruptedException {
    System.out.println("OPENED");
    open.addAll(ledger.history().find(PromotionQuery.open(9_999)));
    int left = open.size();
    ledger.wakeUps().start(engine, fleet.rulebook().shards().keySet());
    open.forEach(id -> pipeline.execute(() -> attestIfHeld(id)));
    finish();
    System.out.println("RECOVERED " + left);
    recovered = true;
    if (round <= fleet.rounds()) {
      hitsToStop.set(hit);
      stopAt = step.equals("NONE") ? Optional.empty() : Optional.of(Step.valueOf(step));
      for (int each = 0; each <= Math.min(round, fleet.rounds() - 1); each++) {
        fleet.round(each).forEach(this::proposeUnlessDone);
      }
      finish();
    }
    System.out.println("DONE");
    Runtime.getRuntime().halt(0);
  }

  /** A pipeline that got no answer asks again. */
  private void proposeUnlessDone(String application) {
    StageName stage = new StageName(Fleet.STAGE);
    if (ledger
        .history()
        .find(PromotionQuery.of(new ApplicationName(application), stage, false))
        .isEmpty()) {
      engine.propose(fleet.change(application), stage, List.of(), caller(PIPELINE));
    }
  }

  private void finish() throws InterruptedException {
    synchronized (open) {
      while (!open.isEmpty()) {
        open.wait();
      }
    }
  }

  private void reached(Step step) {
    if (!recovered && passed.add(step)) {
      System.out.println("PASSED " + step);
    }
    boolean mine = stopAt.filter(step::equals).isPresent();
    if (mine && hitsToStop.decrementAndGet() == 0) {
      System.out.println("AT " + step);
      System.out.flush();
      try {
        nothingLeft.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void appended(List<Recorded> events) {
    for (Recorded recorded : events) {
      PromotionId id = recorded.promotion();
      if (recorded.event() instanceof PromotionEvent.Proposed) {
        open.add(id);
      } else if (recorded.event() instanceof PromotionEvent.GatesJudged) {
        pipeline.execute(() -> attestIfHeld(id));
      } else if (recorded.event() instanceof PromotionEvent.Ended) {
        synchronized (open) {
          open.remove(id);
          open.notifyAll();
        }
      }
    }
  }

  /** The pipeline brings its fact when a promotion is held for it. */
  private void attestIfHeld(PromotionId id) {
    boolean held =
        ledger.history().read(id).stream()
            .anyMatch(r -> r.event() instanceof PromotionEvent.GatesJudged);
    if (held) {
      Evidence fact =
          new Evidence.Condition(
              Fleet.CHECK,
              "pipeline",
              CLOCK.instant(),
              Evidence.Condition.Status.TRUE,
              "all green");
      boolean brought =
          ledger.history().read(id).stream()
              .anyMatch(r -> r.event() instanceof PromotionEvent.EvidenceRecorded);
      if (!brought) {
        engine.attest(id, List.of(fact), caller(PIPELINE));
      }
    }
  }
}
