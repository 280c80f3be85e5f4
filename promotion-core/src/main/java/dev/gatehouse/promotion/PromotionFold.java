package dev.gatehouse.promotion;

import dev.gatehouse.approval.Approval;
import dev.gatehouse.approval.Confirmation;
import dev.gatehouse.approval.Revocation;
import dev.gatehouse.approval.Waiver;
import dev.gatehouse.change.Author;
import dev.gatehouse.change.Change;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.plan.Rollback;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.TargetName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a history from its first event to its last; pure. One instance folds one history and is not
 * shared.
 */
final class PromotionFold {
  private final Recorded first;
  private Change change;
  private final StageName stage;
  private final Optional<Rollback> rollback;
  private long version;
  private Optional<Plan> plan = Optional.empty();
  private Optional<Plan> lastPlan = Optional.empty();
  private final List<PlanHash> sealed = new ArrayList<>();
  private final List<Actor> joined = new ArrayList<>();
  private final List<Approval> approvals = new ArrayList<>();
  private final List<Confirmation> confirmations = new ArrayList<>();
  private final List<Waiver> waivers = new ArrayList<>();
  private final List<Revocation> revocations = new ArrayList<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private List<GateResult> gates = List.of();
  private long judgedVersion;
  private Optional<String> judgedRules = Optional.empty();
  private int drifts;
  private int wave;
  private Optional<Instant> waveSince = Optional.empty();
  private int bakedWaves;
  private BakeLooks looks = BakeLooks.NONE;
  private final Map<TargetName, TargetState> targets = new LinkedHashMap<>();
  private PromotionPhase phase = PromotionPhase.PENDING;
  private Instant phaseSince;
  private Promotion.Stop stop = Promotion.Stop.NONE;
  private Optional<Reason> reason = Optional.empty();
  private Optional<PromotionId> supersededBy = Optional.empty();

  private PromotionFold(Recorded first, PromotionEvent.Proposed proposed) {
    this.first = first;
    this.change = proposed.change();
    this.stage = proposed.stage();
    this.rollback = proposed.rollback();
    this.phaseSince = first.at();
  }

  /** Returns the promotion; a history starts with {@code Proposed} and is never empty. */
  static Promotion of(List<Recorded> history) {
    if (history.isEmpty()
        || !(history.get(0).event() instanceof PromotionEvent.Proposed proposed)) {
      throw new IllegalArgumentException("a history starts with the proposal");
    }
    PromotionFold fold = new PromotionFold(history.get(0), proposed);
    history.forEach(fold::apply);
    return fold.promotion();
  }

  private void apply(Recorded recorded) {
    version = recorded.version();
    PromotionEvent event = recorded.event();
    switch (event.type()) {
      case PROPOSED, REJECTED, FORGOTTEN -> {}
      case JOINED -> joined(recorded, (PromotionEvent.Joined) event);
      case APPROVAL_REVOKED, WAIVER_REVOKED -> revoked(recorded);
      case PLAN_SEALED, PLAN_DRIFTED, GATES_JUDGED, EVIDENCE_RECORDED ->
          planned(event, recorded.at());
      case APPROVED, CONFIRMED, WAIVER_GRANTED, WAIVER_CONFIRMED -> decided(recorded);
      case WAVE_STARTED, WAVE_BAKED -> waved(recorded);
      case TARGET_RUN_INTENDED, TARGET_RUN_STARTED, TARGET_RUN_NOT_STARTED ->
          TargetRuns.apply(targets, recorded);
      case TARGET_SEEN_BEFORE,
          TARGET_WRITTEN,
          TARGET_SYNC_ASKED,
          TARGET_SYNCED,
          TARGET_LIVE,
          TARGET_WATCHED,
          TARGET_DEGRADED,
          TARGET_FAILED,
          TARGET_SKIPPED,
          TARGET_REVERTED,
          TARGET_WAITING ->
          moved(recorded);
      case WAY_BACK_ASKED, WAY_BACK_CHOSEN, ROLL_BACK_STARTED, ABORT_REQUESTED -> stopped(recorded);
      case ENDED -> ended(recorded, (PromotionEvent.Ended) event);
    }
  }

  /** What is live of a wave that drifted still owes its bake; a wave without anything owes none. */
  private void keepWatching(Instant at) {
    boolean anything =
        wave > bakedWaves
            && lastPlan
                .flatMap(p -> p.wave(wave))
                .filter(w -> w.targets().stream().anyMatch(targets::containsKey))
                .isPresent();
    if (!anything) {
      bakedWaves = wave;
    } else if (allLive()) {
      waveSince = waveSince.or(() -> Optional.of(at));
    }
  }

  private void planned(PromotionEvent event, Instant at) {
    if (event instanceof PromotionEvent.PlanSealed sealed) {
      plan = Optional.of(sealed.plan());
      lastPlan = plan;
      sealedAs(sealed.hash());
      gates = List.of();
    } else if (event instanceof PromotionEvent.PlanDrifted drifted) {
      plan = Optional.empty();
      drifts++;
      targets.remove(drifted.target());
      keepWatching(at);
    } else if (event instanceof PromotionEvent.GatesJudged judged) {
      gates = judged.results();
      judgedVersion = version;
      judgedRules = judged.rules();
    } else if (event instanceof PromotionEvent.EvidenceRecorded brought) {
      evidence.add(brought.evidence());
    }
  }

  /** What a person typed confirms the plan that they had before them and no later one. */
  private void sealedAs(PlanHash hash) {
    boolean same = !sealed.isEmpty() && sealed.get(sealed.size() - 1).equals(hash);
    if (!same) {
      sealed.add(hash);
      confirmations.clear();
    }
  }

  private void joined(Recorded recorded, PromotionEvent.Joined event) {
    Actor by = recorded.by();
    if (!by.is(first.by().id()) && joined.stream().noneMatch(one -> one.is(by.id()))) {
      joined.add(by);
    }
    List<Author> authors =
        Stream.concat(change.authors().stream(), event.authors().stream()).distinct().toList();
    change =
        new Change(
            change.application(), change.artifacts(), change.source(), authors, change.title());
  }

  private void revoked(Recorded recorded) {
    if (recorded.event() instanceof PromotionEvent.ApprovalRevoked revoked) {
      approvals.removeIf(approval -> approval.by().is(revoked.of()));
      boolean typed = confirmations.removeIf(c -> c.by().is(revoked.of()));
      revoked(recorded, GateName.APPROVAL, revoked.of(), revoked.why());
      if (typed) {
        revoked(recorded, GateName.CONFIRMATION, revoked.of(), revoked.why());
      }
    } else if (recorded.event() instanceof PromotionEvent.WaiverRevoked revoked) {
      waivers.stream()
          .filter(waiver -> waiver.gate().equals(revoked.gate()))
          .forEach(w -> revoked(recorded, revoked.gate(), w.grantedBy(), revoked.why()));
      waivers.removeIf(waiver -> waiver.gate().equals(revoked.gate()));
    }
  }

  private void revoked(Recorded recorded, GateName gate, String of, String why) {
    revocations.add(new Revocation(gate, of, recorded.by(), recorded.at(), why));
  }

  private void decided(Recorded recorded) {
    PromotionEvent event = recorded.event();
    if (event instanceof PromotionEvent.Approved approved) {
      approvals.add(
          new Approval(recorded.by(), approved.planHash(), recorded.at(), approved.comment()));
    } else if (event instanceof PromotionEvent.Confirmed confirmed) {
      confirmations.add(new Confirmation(recorded.by(), confirmed.typed()));
    } else if (event instanceof PromotionEvent.WaiverGranted granted) {
      waivers.add(granted.waiver());
    } else if (event instanceof PromotionEvent.WaiverConfirmed confirmed) {
      waivers.replaceAll(
          w ->
              w.gate().equals(confirmed.gate())
                      && w.confirmedBy().isEmpty()
                      && !recorded.by().is(w.grantedBy())
                  ? w.confirmed(recorded.by().id())
                  : w);
    }
  }

  private void waved(Recorded recorded) {
    if (recorded.event() instanceof PromotionEvent.WaveStarted started) {
      wave = started.wave().number();
      waveSince = Optional.empty();
      looks = new BakeLooks(started.looks().orElse(0), Map.of());
      enter(PromotionPhase.RUNNING, recorded.at());
      for (TargetName target : started.wave().targets()) {
        targets.put(target, TargetState.started(target, recorded.at()));
      }
    } else if (recorded.event() instanceof PromotionEvent.WaveBaked) {
      bakedWaves = wave;
    }
  }

  private void moved(Recorded recorded) {
    PromotionEvent event = recorded.event();
    if (event instanceof PromotionEvent.TargetSeenBefore seen) {
      targets.computeIfPresent(seen.target(), (key, state) -> state.seenBefore(seen.ill()));
    } else if (event instanceof PromotionEvent.TargetWritten written) {
      targets.compute(written.target(), (key, state) -> written(state, written, recorded.at()));
    } else if (event instanceof PromotionEvent.TargetSyncAsked asked) {
      targets.computeIfPresent(asked.target(), (key, state) -> state.withSyncAsked(recorded.at()));
    } else if (event instanceof PromotionEvent.TargetSynced synced) {
      targets.computeIfPresent(synced.target(), (key, state) -> state.withSynced());
    } else if (event instanceof PromotionEvent.TargetLive live) {
      step(live.target(), TargetState.Step.LIVE, recorded.at());
    } else if (event instanceof PromotionEvent.TargetWatched watched) {
      looks = looks.with(watched.target(), watched.look(), recorded.at());
    } else if (event instanceof PromotionEvent.TargetDegraded ill) {
      targets.computeIfPresent(
          ill.target(), (key, state) -> state.failed(ill.reason(), recorded.at(), false));
    } else if (event instanceof PromotionEvent.TargetFailed failed) {
      targets.computeIfPresent(
          failed.target(),
          (key, state) ->
              state.failed(
                  failed.reason(),
                  recorded.at(),
                  failed.fault().equals(Optional.of(PromotionEvent.TargetFailed.Fault.ELSEWHERE))));
    } else if (event instanceof PromotionEvent.TargetSkipped skipped) {
      step(skipped.target(), TargetState.Step.SKIPPED, recorded.at());
    } else if (event instanceof PromotionEvent.TargetWaiting waiting) {
      targets.computeIfPresent(
          waiting.target(), (key, state) -> state.waiting(waiting.reason(), recorded.at()));
    } else if (event instanceof PromotionEvent.TargetReverted reverted) {
      reverted(reverted, recorded.at());
    }
    bakesWhenLive(recorded.at());
  }

  private void bakesWhenLive(Instant at) {
    waveSince = allLive() ? waveSince.or(() -> Optional.of(at)) : Optional.empty();
    looks = waveSince.isPresent() ? looks : looks.restarted();
  }

  private void reverted(PromotionEvent.TargetReverted event, Instant at) {
    step(event.target(), TargetState.Step.REVERTED, at);
    event
        .left()
        .ifPresent(
            left ->
                targets.computeIfPresent(event.target(), (key, state) -> state.waiting(left, at)));
  }

  /** A target that had nothing left to do does not keep the others from being watched. */
  private boolean allLive() {
    return targets.values().stream()
        .map(TargetState::step)
        .allMatch(step -> step == TargetState.Step.LIVE || step == TargetState.Step.SKIPPED);
  }

  private static TargetState written(
      @Nullable TargetState state, PromotionEvent.TargetWritten written, Instant at) {
    TargetState known = state == null ? TargetState.started(written.target(), at) : state;
    return known.written(written.revision(), written.alreadyThere(), at);
  }

  private void step(TargetName name, TargetState.Step step, Instant at) {
    targets.computeIfPresent(name, (key, state) -> state.to(step, at));
  }

  private void stopped(Recorded recorded) {
    PromotionEvent event = recorded.event();
    if (event instanceof PromotionEvent.WayBackAsked asked) {
      stop = Promotion.Stop.ASKED;
      reason = Optional.of(asked.reason());
    } else if (event instanceof PromotionEvent.WayBackChosen chosen) {
      boolean forward = chosen.choice() == PromotionEvent.WayBackChosen.Choice.FORWARD;
      stop = forward ? Promotion.Stop.FORWARD : Promotion.Stop.ROLL_BACK;
      reason = reason.or(this::overdue);
    } else if (event instanceof PromotionEvent.RollBackStarted started) {
      stop = Promotion.Stop.ROLL_BACK;
      reason = Optional.of(started.reason());
      started.targets().forEach(target -> step(target, TargetState.Step.REVERTING, recorded.at()));
    } else if (event instanceof PromotionEvent.AbortRequested abort) {
      stop = Promotion.Stop.ABORT;
      reason = Optional.of(Endings.aborted(first.promotion(), recorded.by(), abort.why()));
    }
  }

  private Optional<Reason> overdue() {
    return targets.values().stream()
        .filter(TargetState::isOverdue)
        .findFirst()
        .flatMap(TargetState::reason);
  }

  private void ended(Recorded recorded, PromotionEvent.Ended ended) {
    enter(ended.phase(), recorded.at());
    reason = ended.reason().or(() -> reason);
    supersededBy = ended.supersededBy();
  }

  private void enter(PromotionPhase next, Instant at) {
    if (phase != next) {
      phase = next;
      phaseSince = at;
    }
  }

  private Promotion promotion() {
    return new Promotion(
        first.promotion(),
        version,
        change,
        stage,
        first.by(),
        joined,
        first.at(),
        plan,
        lastPlan,
        sealed,
        approvals,
        confirmations,
        waivers,
        revocations,
        evidence,
        gates,
        judgedVersion,
        judgedRules,
        drifts,
        wave,
        waveSince,
        bakedWaves,
        looks,
        targets,
        phase,
        phaseSince,
        stop,
        reason,
        supersededBy,
        rollback);
  }
}
