package dev.gatehouse.engine;

import dev.gatehouse.api.Preview;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.gate.GateVerdict;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.promotion.BakeLooks;
import dev.gatehouse.promotion.Decision;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.PromotionDecider;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.StaleStateException;
import dev.gatehouse.risk.TrackRecord;
import dev.gatehouse.spi.Step;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes a promotion as far as it can go now: reads, decides, appends, wakes those who work on
 * targets. Thread-safe.
 */
final class Driver {
  private static final Duration AGAIN = Duration.ofMillis(50);
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final Duration REPLAN = Duration.ofMinutes(5);
  private static final int DECISIONS_AT_ONCE = 200;
  private final Journal journal;
  private final Registry registry;
  private final Planner planner;
  private final RollbackPlanner rollbacks;
  private final PromotionDecider decider;
  private final Situations situations;
  private final TargetWakeUps targets;
  private final Collector collector;
  private final RulesInForce rules;
  private final Steps steps;

  Driver(
      Journal journal,
      Registry registry,
      Planner planner,
      RollbackPlanner rollbacks,
      PromotionDecider decider,
      Situations situations,
      TargetWakeUps targets,
      Collector collector,
      RulesInForce rules,
      Steps steps) {
    this.journal = journal;
    this.registry = registry;
    this.planner = planner;
    this.rollbacks = rollbacks;
    this.decider = decider;
    this.situations = situations;
    this.targets = targets;
    this.collector = collector;
    this.rules = rules;
    this.steps = steps;
  }

  /** Drives the promotion; returns when to look again, or empty when only an event can move it. */
  Optional<Instant> drive(PromotionId id) {
    try {
      for (int i = 0; i < DECISIONS_AT_ONCE; i++) {
        Optional<Promotion> promotion = journal.find(id);
        if (promotion.isEmpty() || promotion.get().phase().isFinal()) {
          return Optional.empty();
        }
        Decision decision = decider.decide(promotion.get(), situations.of(promotion.get()));
        if (decision instanceof Decision.Await await) {
          return await(promotion.get(), await);
        }
        if (decision instanceof Decision.Hold hold) {
          return hold(promotion.get(), hold);
        }
        if (decision instanceof Decision.MakePlan make) {
          Optional<Instant> held = plan(promotion.get(), make.because());
          if (held.isPresent()) {
            return held;
          }
        } else {
          apply(promotion.get(), decision);
        }
      }
    } catch (StaleStateException somebodyElseMoved) {
      return Optional.of(journal.now().plus(AGAIN));
    } catch (PlatformException broken) {
      return Optional.of(delayed(id, broken.reason()));
    }
    return Optional.of(journal.now().plus(AGAIN));
  }

  /** A remote that does not answer while planning holds like a gate, so that people see why. */
  private Instant delayed(PromotionId id, Reason reason) {
    Instant again = journal.now().plus(RETRY);
    Optional<Promotion> promotion = journal.find(id).filter(open -> !open.phase().isFinal());
    if (promotion.isPresent() && promotion.get().plan().isEmpty()) {
      GateVerdict verdict = new GateVerdict.Inconclusive(reason, again);
      hold(
          promotion.get(),
          new Decision.Hold(
              0, List.of(new GateResult(GateName.PLAN, verdict)), Optional.of(again)));
    }
    return again;
  }

  private Optional<Instant> await(Promotion promotion, Decision.Await await) {
    List<PromotionEvent> gone = targets.gone(promotion);
    if (!gone.isEmpty()) {
      journal.append(promotion, Journal.ENGINE, gone);
      return Optional.of(journal.now());
    }
    targets.remind(promotion);
    return await.until();
  }

  private Optional<Instant> hold(Promotion promotion, Decision.Hold hold) {
    List<GateResult> results = Hiding.results(hold.results());
    if (isNews(promotion, results) || rules.differFor(promotion)) {
      journal.append(promotion, Journal.ENGINE, List.of(judged(hold.wave(), results)));
      steps.reached(Step.GATES_JUDGED);
    }
    targets.watch(promotion);
    return hold.recheckAt();
  }

  private PromotionEvent judged(int wave, List<GateResult> results) {
    return new PromotionEvent.GatesJudged(wave, results, Optional.of(rules.digest()));
  }

  /**
   * A hold is news when a gate or its reason differs; the minutes that have passed are not news,
   * unless something was recorded since.
   */
  private static boolean isNews(Promotion promotion, List<GateResult> results) {
    boolean moved = promotion.version() != promotion.judgedVersion();
    return !answers(promotion.gates(), moved).equals(answers(results, moved));
  }

  private static List<String> answers(List<GateResult> results, boolean inFull) {
    return results.stream().map(result -> answer(result, inFull)).toList();
  }

  private static String answer(GateResult result, boolean inFull) {
    return result.gate()
        + " "
        + result.verdict().outcome()
        + result
            .verdict()
            .holdReason()
            .map(r -> " " + r.code() + " " + r.where() + (inFull ? r.what() : ""))
            .orElse("");
  }

  private void apply(Promotion promotion, Decision decision) {
    switch (decision.kind()) {
      case ADVANCE -> {
        Decision.Advance advance = (Decision.Advance) decision;
        targets.before(promotion, advance.wave().targets());
        append(
            promotion,
            Step.WAVE_STARTED,
            judged(advance.wave().number(), Hiding.results(advance.results())),
            new PromotionEvent.WaveStarted(
                advance.wave(), looks(promotion, advance.wave().number())));
        targets.now(promotion, advance.wave().targets());
      }
      case FINISH_WAVE ->
          append(
              promotion,
              Step.WAVE_BAKED,
              new PromotionEvent.WaveBaked(((Decision.FinishWave) decision).wave()));
      case ASK_WAY_BACK -> {
        Reason reason = ((Decision.AskWayBack) decision).reason();
        append(promotion, Step.GATES_JUDGED, new PromotionEvent.WayBackAsked(reason));
      }
      case ROLL_BACK -> {
        Decision.RollBack back = (Decision.RollBack) decision;
        targets.before(promotion, back.targets());
        append(
            promotion,
            Step.WAVE_STARTED,
            new PromotionEvent.RollBackStarted(back.reason(), back.targets()));
        targets.now(promotion, back.targets());
      }
      case END -> append(promotion, Step.ENDED, Succession.ended((Decision.End) decision));
      default -> throw new IllegalStateException("not a decision to apply: " + decision);
    }
  }

  /** A bake that watches health is not over by its time alone. */
  private static Optional<Integer> looks(Promotion promotion, int wave) {
    return promotion
        .plan()
        .map(plan -> plan.bakeAfter(wave))
        .filter(bake -> bake.watchesHealth() && !bake.time().isZero())
        .map(bake -> BakeLooks.PARTS);
  }

  /** Makes a plan; returns when to try again if it cannot replace the one that there is. */
  private Optional<Instant> plan(Promotion promotion, String because) {
    Preview preview = preview(promotion);
    steps.reached(Step.PLAN_COMPUTED);
    if (preview instanceof Preview.Planned planned) {
      collector.before(promotion.id(), planned.plan());
      append(
          promotion,
          Step.PLAN_SEALED,
          new PromotionEvent.PlanSealed(
              planned.plan(), planned.plan().hash(), because, Optional.of(rules.digest())));
      collector.now(promotion.id(), planned.plan());
    } else if (promotion.plan().isPresent()) {
      Instant again = journal.now().plus(REPLAN);
      GateVerdict verdict =
          new GateVerdict.Inconclusive(((Preview.Refused) preview).reason(), again);
      return hold(
          promotion,
          new Decision.Hold(
              promotion.wave() + 1,
              List.of(new GateResult(GateName.PLAN, verdict)),
              Optional.of(again)));
    } else if (promotion.holdsAnything()) {
      Reason reason = ((Preview.Refused) preview).reason();
      append(promotion, Step.GATES_JUDGED, new PromotionEvent.WayBackAsked(reason));
    } else {
      Optional<Reason> reason = Optional.of(((Preview.Refused) preview).reason());
      append(
          promotion,
          Step.ENDED,
          new PromotionEvent.Ended(PromotionPhase.FAILED, reason, Optional.empty()));
    }
    return Optional.empty();
  }

  private Preview preview(Promotion promotion) {
    TrackRecord past = registry.trackRecord(promotion.change().application(), journal.now());
    if (promotion.rollback().isPresent()) {
      return rollbacks.plan(promotion, past);
    }
    Earlier.Standing standing =
        registry.standing(promotion.change(), promotion.stage(), Optional.of(promotion.id()));
    return planner.plan(
        promotion.change(), promotion.stage(), Earlier.of(promotion, standing), past);
  }

  private void append(Promotion promotion, Step step, PromotionEvent... events) {
    journal.append(promotion, Journal.ENGINE, List.of(events));
    steps.reached(step);
  }

  /**
   * Wakes the promotions that may have waited for this one: the same stage, and the stages after
   * it.
   */
  void wakeDependents(PromotionId ended) {
    journal
        .find(ended)
        .filter(promotion -> promotion.phase().isFinal())
        .ifPresent(
            promotion ->
                rules.rulebook().path(promotion.change().application()).stream()
                    .flatMap(path -> path.stages().stream())
                    .filter(
                        s ->
                            s.name().equals(promotion.stage())
                                || s.after().contains(promotion.stage()))
                    .flatMap(
                        s -> registry.open(promotion.change().application(), s.name()).stream())
                    .forEach(open -> journal.wake(new WakeUp.Decide(open.id()))));
  }
}
