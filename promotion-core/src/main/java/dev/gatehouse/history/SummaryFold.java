package dev.gatehouse.history;

import dev.gatehouse.gate.GateResult;
import dev.gatehouse.history.PromotionSummary.Risk;
import dev.gatehouse.history.PromotionSummary.Step;
import dev.gatehouse.history.PromotionSummary.Stop;
import dev.gatehouse.history.PromotionSummary.TargetNow;
import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.stage.TargetName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Folds further events into a summary, without the events before; one instance for one fold.
 *
 * <p>Says the same as a promotion that is folded whole; a test compares them.
 */
final class SummaryFold {
  private final PromotionSummary before;
  private long version;
  private Optional<PlanHash> plan;
  private Optional<Risk> risk;
  private List<GateName> holding;
  private final List<GateName> waived;
  private Optional<String> judgedRules;
  private int wave;
  private final Map<TargetName, TargetNow> targets = new LinkedHashMap<>();
  private PromotionPhase phase;
  private Instant phaseSince;
  private Stop stop;
  private Optional<PromotionId> supersededBy;

  SummaryFold(PromotionSummary before) {
    this.before = before;
    version = before.version();
    plan = before.plan();
    risk = before.risk();
    holding = before.holding();
    waived = new ArrayList<>(before.waived());
    judgedRules = before.judgedRules();
    wave = before.wave();
    before.targets().forEach(target -> targets.put(target.target(), target));
    phase = before.phase();
    phaseSince = before.phaseSince();
    stop = before.stop();
    supersededBy = before.supersededBy();
  }

  /** Returns the summary after the first event alone. */
  static PromotionSummary first(Recorded recorded, PromotionEvent.Proposed proposed) {
    return new PromotionSummary(
        recorded.promotion(),
        recorded.version(),
        proposed.change().application(),
        proposed.stage(),
        proposed.change().id(),
        proposed.change().title(),
        proposed.change().artifacts(),
        recorded.by().id(),
        recorded.at(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        0,
        List.of(),
        PromotionPhase.PENDING,
        recorded.at(),
        Stop.NONE,
        Optional.empty(),
        proposed.rollback());
  }

  void apply(Recorded recorded) {
    version = recorded.version();
    PromotionEvent event = recorded.event();
    planned(event);
    moved(event);
    stopped(event);
    if (event instanceof PromotionEvent.WaveStarted started) {
      wave = started.wave().number();
      enter(PromotionPhase.RUNNING, recorded.at());
      started.wave().targets().forEach(target -> put(target, Step.STARTED, false));
    } else if (event instanceof PromotionEvent.Ended ended) {
      enter(ended.phase(), recorded.at());
      supersededBy = ended.supersededBy();
    }
  }

  private void planned(PromotionEvent event) {
    if (event instanceof PromotionEvent.PlanSealed sealed) {
      plan = Optional.of(sealed.hash());
      risk = Optional.of(Risk.of(sealed.plan()));
      holding = List.of();
    } else if (event instanceof PromotionEvent.PlanDrifted drifted) {
      plan = Optional.empty();
      targets.remove(drifted.target());
    } else if (event instanceof PromotionEvent.GatesJudged judged) {
      holding =
          judged.results().stream()
              .filter(result -> !result.verdict().opens())
              .map(GateResult::gate)
              .toList();
      judgedRules = judged.rules();
    } else if (event instanceof PromotionEvent.WaiverGranted granted) {
      if (!waived.contains(granted.waiver().gate())) {
        waived.add(granted.waiver().gate());
      }
    } else if (event instanceof PromotionEvent.WaiverRevoked revoked) {
      waived.remove(revoked.gate());
    }
  }

  private void moved(PromotionEvent event) {
    if (event instanceof PromotionEvent.TargetWritten written) {
      put(written.target(), Step.WRITTEN, !written.alreadyThere());
    } else if (event instanceof PromotionEvent.TargetLive live) {
      step(live.target(), Step.LIVE);
    } else if (event instanceof PromotionEvent.TargetDegraded ill) {
      step(ill.target(), Step.FAILED);
    } else if (event instanceof PromotionEvent.TargetFailed failed) {
      step(failed.target(), Step.FAILED);
    } else if (event instanceof PromotionEvent.TargetSkipped skipped) {
      step(skipped.target(), Step.SKIPPED);
    } else if (event instanceof PromotionEvent.TargetReverted reverted) {
      step(reverted.target(), Step.REVERTED);
    }
  }

  private void stopped(PromotionEvent event) {
    if (event instanceof PromotionEvent.WayBackAsked) {
      stop = Stop.ASKED;
    } else if (event instanceof PromotionEvent.WayBackChosen chosen) {
      boolean forward = chosen.choice() == PromotionEvent.WayBackChosen.Choice.FORWARD;
      stop = forward ? Stop.FORWARD : Stop.ROLL_BACK;
    } else if (event instanceof PromotionEvent.RollBackStarted started) {
      stop = Stop.ROLL_BACK;
      started.targets().forEach(target -> step(target, Step.REVERTING));
    } else if (event instanceof PromotionEvent.AbortRequested) {
      stop = Stop.ABORT;
    }
  }

  private void put(TargetName target, Step step, boolean committed) {
    targets.put(target, new TargetNow(target, step, committed));
  }

  private void step(TargetName target, Step step) {
    targets.computeIfPresent(target, (name, now) -> new TargetNow(name, step, now.committed()));
  }

  private void enter(PromotionPhase next, Instant at) {
    if (phase != next) {
      phase = next;
      phaseSince = at;
    }
  }

  PromotionSummary summary() {
    return new PromotionSummary(
        before.id(),
        version,
        before.application(),
        before.stage(),
        before.change(),
        before.title(),
        before.artifacts(),
        before.proposer(),
        before.proposedAt(),
        plan,
        risk,
        holding,
        waived,
        judgedRules,
        wave,
        List.copyOf(targets.values()),
        phase,
        phaseSince,
        stop,
        supersededBy,
        before.rollback());
  }
}
