package dev.gatehouse.testkit.simulation;

import dev.gatehouse.engine.PromotionEngine;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.reason.PromotionException;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.Step;
import dev.gatehouse.spi.WakeUps;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.testkit.GitFaults;
import dev.gatehouse.testkit.InMemoryGit;
import dev.gatehouse.testkit.InMemoryLeases;
import dev.gatehouse.testkit.InMemoryWriteIntents;
import dev.gatehouse.testkit.ManualWakeUps;
import dev.gatehouse.testkit.ProcessDied;
import dev.gatehouse.testkit.RandomGitFaults;
import dev.gatehouse.testkit.RecordingDesiredStateWriter;
import dev.gatehouse.testkit.ScriptedEvidence;
import dev.gatehouse.testkit.ScriptedLiveState;
import dev.gatehouse.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Several processes of the real engine on one store, one remote and one clock, all in one thread:
 * at a step or at a call of the store another process may get its turn, the process may die, or it
 * may be taken for dead and continue all the same. What happens follows from the random alone.
 */
final class World {
  private static final Duration PAUSE = Duration.ofSeconds(40);
  private static final int DEEPEST = 3;
  final Terms terms;
  final SettableClock clock = SettableClock.onMonday();
  final ManualWakeUps wakeUps = new ManualWakeUps(clock);
  final ScriptedLiveState live = new ScriptedLiveState();
  final ScriptedEvidence evidence = new ScriptedEvidence("scripted");
  final Invariants invariants;
  final SimulatedStore store;
  final InMemoryGit git;
  final List<SimulatedProcess> processes = new ArrayList<>();
  private final InMemoryLeases leases = new InMemoryLeases();
  private final InMemoryWriteIntents intents = new InMemoryWriteIntents(leases);
  private final Random random;
  private final Rulebook rulebook;
  private double trouble;
  private final Deque<SimulatedProcess> current = new ArrayDeque<>();
  private int deaths;
  private int unanswered;

  World(Random random, Terms terms, List<Set<String>> shards) {
    this.random = random;
    this.terms = terms;
    this.rulebook = terms.rules().build();
    this.git = terms.rules().repository();
    this.invariants = new Invariants(terms, clock);
    this.store = new SimulatedStore(random, invariants::appending, this::called, this::appended);
    git.watcher(invariants::pushed);
    for (Set<String> served : shards) {
      processes.add(new SimulatedProcess("process-" + processes.size(), served));
    }
  }

  /** One process: what it remembers goes when it dies. */
  final class SimulatedProcess {
    private final String name;
    private final Set<String> shards;
    private int life;
    private PromotionEngine engine;
    private WakeUps.Running running;

    SimulatedProcess(String name, Set<String> shards) {
      this.name = name;
      this.shards = shards;
      this.engine = start();
    }

    private PromotionEngine start() {
      int born = ++life;
      PromotionEngine started =
          PromotionEngine.builder()
              .history(store)
              .wakeUps(wakeUps)
              .leases(leases)
              .writer(
                  new RecordingDesiredStateWriter(
                      git, intents, leases, clock, name + "/" + born, step -> reached(step, born)))
              .live(live)
              .risk(terms.risk())
              .rulebook(() -> rulebook)
              .evidence(evidence)
              .clock(clock)
              .steps(step -> reached(step, born))
              .build();
      running =
          wakeUps.start(
              wakeUp -> as(this, () -> started.handle(wakeUp)),
              shards.stream().map(ShardName::new).collect(java.util.stream.Collectors.toSet()));
      return started;
    }

    PromotionEngine engine() {
      return engine;
    }

    private void reached(Step step, int born) {
      if (trouble > 0 && random.nextDouble() < trouble) {
        switch (random.nextInt(4)) {
          case 0 -> die();
          case 1 -> pause();
          default -> othersRun(2);
        }
      }
      if (life != born) {
        throw new ProcessDied(step);
      }
    }

    /** A death between a durable append and whatever was to follow it. */
    private void appended() {
      if (random.nextDouble() < trouble / 10) {
        die();
        throw new ProcessDied(Step.ENDED);
      }
    }

    void die() {
      deaths++;
      running.close();
      engine = start();
    }
  }

  /** Sets how often something goes wrong: a share of all steps, of all calls, of all pushes. */
  void trouble(double rate) {
    this.trouble = rate;
    store.breakage(rate / 10);
    git.faults(rate > 0 ? new RandomGitFaults(random, rate) : GitFaults.NONE);
    git.outsider(
        (files, number) -> {
          if (random.nextInt(8) > 0) {
            return InMemoryGit.Outsider.NOTES.edit(files, number);
          }
          java.util.Map<String, String> after = new java.util.TreeMap<>(files);
          after.put(
              "eu-1/values.yaml",
              "image: registry.example/shop:outside" + number + "\nreplicas: 2\n");
          return after;
        });
    if (rate == 0) {
      for (String target : List.of("dev-1", "eu-1", "eu-2", "us-1")) {
        live.answer(target, LiveState.Status.LIVE);
      }
      live.down(false);
    }
  }

  /** Others continue while a process is paused for so long that it is taken for dead. */
  private void pause() {
    clock.advance(PAUSE);
    wakeUps.takeOver();
    othersRun(4);
  }

  private void othersRun(int turns) {
    for (int i = 0; i < turns && current.size() < DEEPEST; i++) {
      run();
    }
  }

  /** Someone calls the store; others may be quicker. */
  private void called() {
    if (trouble > 0 && random.nextInt(30) == 0) {
      int life = current.isEmpty() ? 0 : current.peek().life;
      othersRun(1);
      if (!current.isEmpty() && current.peek().life != life) {
        throw new ProcessDied(Step.ENDED);
      }
    }
  }

  private void appended() {
    if (trouble > 0 && !current.isEmpty()) {
      current.peek().appended();
    }
  }

  private <T> T as(SimulatedProcess process, Supplier<T> work) {
    current.push(process);
    try {
      return work.get();
    } finally {
      current.pop();
    }
  }

  /** Handles one wake-up that is due, by any process; a death is survived by a restart. */
  boolean run() {
    try {
      return wakeUps.runAny(random);
    } catch (ProcessDied death) {
      return true;
    }
  }

  /** Lets a person act by any process; anyone who gets no answer may ask again. */
  void act(Consumer<PromotionEngine> act) {
    SimulatedProcess process = processes.get(random.nextInt(processes.size()));
    try {
      as(
          process,
          () -> {
            act.accept(process.engine());
            return true;
          });
    } catch (ProcessDied | PromotionException noAnswer) {
      unanswered++;
    }
  }

  int unanswered() {
    return unanswered;
  }

  int deaths() {
    return deaths;
  }
}
