package dev.gatehouse.testkit;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Promotions;
import dev.gatehouse.change.Change;
import dev.gatehouse.engine.EngineBuilder;
import dev.gatehouse.engine.PromotionEngine;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.risk.RiskModel;
import dev.gatehouse.spi.ControlPlane;
import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.spi.Step;
import dev.gatehouse.spi.Syncer;
import dev.gatehouse.spi.WakeUps;
import dev.gatehouse.stage.StageName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The real engine on ports in memory, driven by hand: time passes only in {@link #tick}, and {@link
 * #restart} forgets everything that a process forgets when it dies. Not thread-safe.
 */
public final class ManualEngine {
  /** Who proposes. */
  public static final Actor PROPOSER = Actor.person("pat");

  private final SettableClock clock = SettableClock.onMonday();
  private final InMemoryHistoryStore store = new InMemoryHistoryStore();
  private final ManualWakeUps wakeUps = new ManualWakeUps(clock);
  private final InMemoryLeases leases = new InMemoryLeases();
  private final InMemoryWriteIntents intents = new InMemoryWriteIntents(leases);
  private final ScriptedLiveState live = new ScriptedLiveState();
  private final ScriptedEvidence evidence = new ScriptedEvidence("scripted");
  private final InMemoryGit git;
  private final RiskModel risk;
  private Rulebook rulebook;
  private Syncer syncer = Syncer.NONE;
  private final List<ControlPlane> controlPlanes = new ArrayList<>();
  private Step deathAt = Step.ENDED;
  private int hitsToDeath;
  private final Map<Step, Runnable> atSteps = new EnumMap<>(Step.class);
  private PromotionEngine engine;
  private WakeUps.Running running;

  /** Creates the engine of these rules on this repository, and starts it. */
  public ManualEngine(Rulebook rulebook, InMemoryGit git, RiskModel risk) {
    this.rulebook = rulebook;
    this.git = git;
    this.risk = risk;
    this.engine = build();
    this.running = wakeUps.start(engine, rulebook.shards().keySet());
  }

  /** Creates the engine of these rules on the repository that fits them, where all risk is low. */
  public static ManualEngine of(Rulebooks rules) {
    return new ManualEngine(rules.build(), rules.repository(), FixedRisk.LOW);
  }

  private PromotionEngine build() {
    EngineBuilder builder = PromotionEngine.builder();
    controlPlanes.forEach(builder::controlPlane);
    return builder
        .history(store)
        .wakeUps(wakeUps)
        .leases(leases)
        .writer(
            new RecordingDesiredStateWriter(git, intents, leases, clock, "process", this::mayDie))
        .live(live)
        .syncer(syncer)
        .risk(risk)
        .rulebook(() -> rulebook)
        .evidence(evidence)
        .clock(clock)
        .steps(this::mayDie)
        .build();
  }

  private void mayDie(Step step) {
    Optional.ofNullable(atSteps.remove(step)).ifPresent(Runnable::run);
    if (hitsToDeath > 0 && step == deathAt && --hitsToDeath == 0) {
      throw new ProcessDied(step);
    }
  }

  /** Lets something happen once when a step is reached, in the thread that reaches it. */
  public ManualEngine at(Step step, Runnable happens) {
    atSteps.put(step, happens);
    return this;
  }

  /** Lets the process die when a step is reached for the nth time from now. */
  public ManualEngine dieAt(Step step, int hit) {
    this.deathAt = step;
    this.hitsToDeath = hit;
    return this;
  }

  /** Forgets what a process forgets; histories, wake-ups, leases and commits stay. */
  public ManualEngine restart() {
    running.close();
    engine = build();
    running = wakeUps.start(engine, rulebook.shards().keySet());
    return this;
  }

  /** Has what waits for a control plane looked at now, as a process does that begins. */
  public ManualEngine resume() {
    engine.resume(rulebook.shards().keySet());
    return this;
  }

  /** Restarts with someone who asks control planes to sync. */
  public ManualEngine syncer(Syncer asking) {
    this.syncer = asking;
    return restart();
  }

  /** Restarts with a kind of control plane more. */
  public ManualEngine controlPlane(ControlPlane plane) {
    controlPlanes.add(plane);
    return restart();
  }

  /** Puts other rules in force. */
  public ManualEngine rules(Rulebook next) {
    this.rulebook = next;
    return this;
  }

  /** Has the engine look whether the rules have changed, as a host does now and then. */
  public ManualEngine lookAtRules() {
    engine.recheckWhereRulesChanged();
    return this;
  }

  /** Returns the rules in force. */
  public Rulebook rules() {
    return rulebook;
  }

  /** Handles everything that is due; the clock does not move. */
  public ManualEngine runAnyDue() {
    wakeUps.runDue();
    return this;
  }

  /** Lets time pass and handles everything that becomes due on the way. */
  public ManualEngine tick(Duration span) {
    wakeUps.tick(span);
    return this;
  }

  /** Proposes a change and returns the promotion; a refusal is an assertion error. */
  public Promotion propose(Change change, String stage) {
    return accepted(
        engine.propose(change, new StageName(stage), List.of(), Callers.caller(PROPOSER)));
  }

  /** Returns the state of a promotion. */
  public Promotion promotion(PromotionId id) {
    return accepted(engine.ask(id, Callers.caller(PROPOSER)));
  }

  /** Returns the promotion of an answer; a refusal is an assertion error. */
  public static Promotion accepted(Answer answer) {
    if (answer instanceof Answer.Refused refused) {
      throw new AssertionError(refused.reason().line());
    }
    return ((Answer.Accepted) answer).promotion();
  }

  /** Returns the driving port. */
  public Promotions promotions() {
    return engine;
  }

  /** Returns the clock. */
  public SettableClock clock() {
    return clock;
  }

  /** Returns the store of histories. */
  public HistoryStore store() {
    return store;
  }

  /** Returns the wake-ups. */
  public ManualWakeUps wakeUps() {
    return wakeUps;
  }

  /** Returns the repository. */
  public InMemoryGit git() {
    return git;
  }

  /** Returns the control plane. */
  public ScriptedLiveState live() {
    return live;
  }

  /** Returns the source of facts. */
  public ScriptedEvidence evidence() {
    return evidence;
  }
}
