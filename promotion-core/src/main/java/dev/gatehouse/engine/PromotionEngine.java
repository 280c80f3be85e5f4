package dev.gatehouse.engine;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Found;
import dev.gatehouse.api.Listing;
import dev.gatehouse.api.Preview;
import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.api.Promotions;
import dev.gatehouse.api.Result;
import dev.gatehouse.api.TimelinePage;
import dev.gatehouse.api.TimelineQuery;
import dev.gatehouse.api.WaiverRequest;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Change;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.history.PromotionEvent.WayBackChosen.Choice;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.PromotionDecider;
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.spi.WakeUpHandler;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.StageName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The engine: answers the driving port and handles wake-ups. Deciding (any process) and executing a
 * target (a process that serves its shard) are separate wake-ups; both may be called again at any
 * time with the same effect.
 *
 * <p>Thread-safe. Built by {@link #builder}.
 */
public final class PromotionEngine implements Promotions, WakeUpHandler {
  private final Proposals proposals;
  private final Decisions decisions;
  private final Rollbacks rollbacks;
  private final Revocations revocations;
  private final Driver driver;
  private final Executor executor;
  private final Registry registry;
  private final Finder finder;
  private final SeenEvents seenEvents;
  private final TargetWakeUps targetWakeUps;
  private final Collector collector;
  private final RulesInForce rules;
  private final Rechecks rechecks;
  private final PinnedRules act;

  PromotionEngine(EngineBuilder with) {
    Journal journal = new Journal(with.history(), with.wakeUps(), with.clock(), with.listeners());
    Registry registry = new Registry(with.history(), journal);
    Planner planner = new Planner(with.rulebook(), with.writer(), with.risk());
    Succession succession = new Succession(with.history(), journal, registry);
    StagePasses passes = new StagePasses(registry, new Holding(with.writer()));
    Situations situations = new Situations(journal, passes, succession, with.rulebook());
    this.registry = registry;
    this.act = with.rulebook();
    this.seenEvents = new SeenEvents(with.history(), with.rulebook());
    this.finder = new Finder(registry, with.rulebook());
    this.rules = new RulesInForce(with.rulebook());
    this.targetWakeUps = new TargetWakeUps(journal, with.rulebook(), with.steps());
    this.collector = new Collector(journal, with.sources(), with.evidenceWithin(), with.rulebook());
    this.proposals =
        new Proposals(journal, registry, succession, planner, with.rulebook(), with.steps());
    this.rollbacks = new Rollbacks(journal, registry, with.rulebook());
    Deciding deciding = new Deciding(journal, with.rulebook(), targetWakeUps);
    this.decisions = new Decisions(journal, with.gates(), with.rulebook(), deciding);
    this.rechecks =
        new Rechecks(journal, registry, targetWakeUps, rules, with.rulebook(), collector);
    this.revocations = new Revocations(deciding, with.rulebook());
    this.driver =
        new Driver(
            journal,
            registry,
            planner,
            new RollbackPlanner(journal, with.rulebook(), with.writer(), with.risk()),
            new PromotionDecider(with.gates()),
            situations,
            targetWakeUps,
            collector,
            rules,
            with.steps());
    this.executor = executor(journal, situations, with);
  }

  private static Executor executor(Journal journal, Situations situations, EngineBuilder with) {
    return new Executor(
        journal,
        with.writer(),
        with.controlPlanes(),
        new ShardSlots(with.leases(), with.rulebook()),
        new PromotionDecider(with.gates()),
        situations,
        with.rulebook(),
        with.steps());
  }

  /** Returns a builder; everything without a default must be given. */
  public static EngineBuilder builder() {
    return new EngineBuilder();
  }

  /**
   * Has every open promotion decided again, and every target of these shards that is in flight
   * looked at. Call once at start-up: a new process has missed all earlier notifications, and
   * wake-ups that were lost are made again from the ledger.
   */
  public void resume(Set<ShardName> shards) {
    registry.eachOpen(
        promotion -> {
          targetWakeUps.resume(promotion, shards);
          collector.now(promotion);
        });
  }

  /**
   * Wakes every open promotion whose gates were judged by other rules than those in force; cheap
   * while the rules stay the same. Call it once at start-up and now and then.
   */
  public void recheckWhereRulesChanged() {
    rechecks.whereRulesChanged();
  }

  /** Returns whether the gates of an open promotion were last judged by other rules. */
  public boolean isJudgedByOtherRules(Promotion promotion) {
    return !promotion.phase().isFinal()
        && promotion.judgedVersion() > 0
        && rules.differFor(promotion);
  }

  @Override
  public Optional<Instant> handle(WakeUp wakeUp) {
    if (wakeUp instanceof WakeUp.Execute execute) {
      return executor.execute(execute);
    }
    if (wakeUp instanceof WakeUp.Collect collect) {
      return collector.collect(collect);
    }
    return act.during(() -> decide(wakeUp.promotion()));
  }

  private Optional<Instant> decide(PromotionId promotion) {
    Optional<Instant> next = driver.drive(promotion);
    if (next.isEmpty()) {
      driver.wakeDependents(promotion);
    }
    return next;
  }

  @Override
  public Preview preview(Change change, StageName stage, Caller by) {
    return act.during(() -> proposals.preview(change, stage, by));
  }

  @Override
  public Answer propose(Change change, StageName stage, List<Evidence> evidence, Caller by) {
    return act.during(() -> proposals.propose(change, stage, evidence, by));
  }

  @Override
  public Answer rollback(
      ApplicationName application,
      StageName stage,
      Optional<PromotionId> to,
      String why,
      Caller by) {
    return act.during(() -> rollbacks.propose(application, stage, to, why, by));
  }

  @Override
  public Answer ask(PromotionId id, Caller by) {
    return act.during(() -> decisions.ask(id, by));
  }

  @Override
  public Listing<Promotion> list(PromotionQuery query, Caller by) {
    return act.during(() -> proposals.list(query, by));
  }

  @Override
  public Listing<PromotionSummary> summaries(PromotionQuery query, Caller by) {
    return act.during(() -> proposals.summaries(query, by));
  }

  @Override
  public Found find(String typed, Caller by) {
    return act.during(() -> finder.find(typed, by));
  }

  @Override
  public Result<TimelinePage> timeline(TimelineQuery query, Caller by) {
    return act.during(() -> seenEvents.page(query, by));
  }

  @Override
  public Answer decideNow(PromotionId id, Caller by) {
    return act.during(() -> decisions.decideNow(id, by, () -> handle(new WakeUp.Decide(id))));
  }

  @Override
  public Answer approve(
      PromotionId id, String typedHash, String comment, String confirmation, Caller by) {
    return act.during(() -> decisions.approve(id, typedHash, comment, confirmation, by));
  }

  @Override
  public Answer reject(PromotionId id, String why, Caller by) {
    return act.during(() -> decisions.reject(id, why, by));
  }

  @Override
  public Answer waive(PromotionId id, WaiverRequest request, Caller by) {
    return act.during(() -> decisions.waive(id, request, by));
  }

  @Override
  public Answer confirmWaiver(PromotionId id, GateName gate, Caller by) {
    return act.during(() -> decisions.confirmWaiver(id, gate, by));
  }

  @Override
  public Answer revokeApproval(PromotionId id, String of, String why, Caller by) {
    return act.during(() -> revocations.revokeApproval(id, of, why, by));
  }

  @Override
  public Answer revokeWaiver(PromotionId id, GateName gate, String why, Caller by) {
    return act.during(() -> revocations.revokeWaiver(id, gate, why, by));
  }

  @Override
  public Answer recheck(PromotionId id, Caller by) {
    return act.during(() -> rechecks.recheck(id, by));
  }

  @Override
  public Answer attest(PromotionId id, List<Evidence> facts, Caller by) {
    return act.during(() -> decisions.attest(id, facts, by));
  }

  @Override
  public Answer abort(PromotionId id, String why, Caller by) {
    return act.during(() -> decisions.abort(id, why, by));
  }

  @Override
  public Answer chooseWayBack(PromotionId id, Choice choice, String why, Caller by) {
    return act.during(() -> decisions.chooseWayBack(id, choice, why, by));
  }
}
