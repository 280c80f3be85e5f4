package dev.gatehouse.engine;

import dev.gatehouse.change.Revision;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.RevertFailed;
import dev.gatehouse.promotion.TargetRun;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.spi.ControlPlaneRuns;
import dev.gatehouse.spi.RunRequest;
import dev.gatehouse.spi.RunSearch;
import dev.gatehouse.spi.RunStart;
import dev.gatehouse.spi.RunState;
import dev.gatehouse.spi.Step;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.WriteRequest;
import dev.gatehouse.stage.RunHandle;
import dev.gatehouse.stage.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Has a control plane that writes to Git on its own do so: intends a run, starts it, watches it
 * until it ends. Never starts one while an earlier one may be there. Thread-safe.
 */
record TargetRunner(TargetJournal journal, ControlPlanes planes, Steps steps) {
  static final ReasonCode START_UNKNOWN = ReasonCode.of("run-start-unknown");

  /** After this long a process that intended a run does not start it any more. */
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(30);

  /**
   * A run that is not there by then never comes: anyone who intended it gave up starting it after
   * {@link #STARTS_WITHIN}, and on the answer a minute later.
   */
  private static final Duration MAY_COME = Duration.ofMinutes(2);

  /**
   * One look at a target.
   *
   * @param stopping whether the promotion was stopped, so that nothing more is to be written
   */
  record Look(
      ControlPlaneRuns runs,
      Promotion promotion,
      TargetState state,
      Target target,
      WriteRequest write,
      boolean stopping) {
    private boolean isBack() {
      return state.step() == TargetState.Step.REVERTING;
    }

    private RunRequest request(TargetRun run) {
      RunRequest.Way way = isBack() ? RunRequest.Way.BACK : RunRequest.Way.FORTH;
      return new RunRequest(write, way, run.attempt(), run.intendedAt());
    }
  }

  /**
   * The control plane writes to Git on its own: its run is watched, or started if none is under
   * way.
   */
  Optional<Instant> run(Promotion promotion, TargetState state, Target target) {
    Optional<ControlPlaneRuns> runs = planes.runs(target);
    Optional<WriteRequest> request = Requests.planned(promotion, target);
    if (runs.isEmpty() || request.isEmpty()) {
      Reason lost = lost(promotion, target);
      return journal.waiting(
          promotion, state, lost, journal.now().plus(CheckInterval.AT_LEAST_EVERY));
    }
    boolean reverts = state.step() == TargetState.Step.REVERTING;
    Look look =
        new Look(
            runs.get(),
            promotion,
            state,
            target,
            RollbackPlanner.undoing(journal.journal(), promotion, request.get()),
            promotion.isStopped() && !reverts);
    return state.isRun() ? goOn(look) : begin(look);
  }

  /** Intends a run and starts it; the target has none that is under way. */
  private Optional<Instant> begin(Look look) {
    Instant now = journal.now();
    int attempt = look.state().run().map(TargetRun::attempt).orElse(0) + 1;
    PromotionEvent intended = new PromotionEvent.TargetRunIntended(look.target().name(), attempt);
    if (!journal.record(look.promotion(), look.state(), intended)) {
      return Optional.of(journal.now());
    }
    steps.reached(Step.RUN_INTENDED);
    TargetState state = journal.again(look.promotion(), look.target().name());
    TargetRun run = state.run().orElseThrow();
    if (journal.now().isAfter(now.plus(STARTS_WITHIN))) {
      return Optional.of(now.plus(MAY_COME));
    }
    RunStart start = look.runs().start(look.request(run), journal.now());
    steps.reached(Step.RUN_STARTED);
    return switch (start.kind()) {
      case STARTED -> started(look, state, ((RunStart.Started) start).handle(), false);
      case LATER -> {
        RunStart.Later later = (RunStart.Later) start;
        journal.record(look.promotion(), state, notStarted(look));
        yield Optional.of(CheckInterval.notTooLate(journal.now(), later.recheckAt()));
      }
      case REFUSED -> {
        Reason why = ((RunStart.Refused) start).reason();
        yield journal.settle(look.promotion(), state, look.target(), blocked(look, why));
      }
    };
  }

  /** Goes on with a run that was intended before: finds it, watches it. */
  private Optional<Instant> goOn(Look look) {
    TargetRun run = look.state().run().orElseThrow();
    if (run.handle().isPresent()) {
      return watch(look, run.handle().get(), look.request(run));
    }
    RunSearch search = look.runs().find(look.request(run), journal.now());
    return switch (search.kind()) {
      case FOUND -> started(look, look.state(), ((RunSearch.Found) search).handle(), true);
      case NOT_THERE -> notThere(look, run);
      case UNCLEAR -> {
        RunSearch.Unclear unclear = (RunSearch.Unclear) search;
        yield journal.waiting(
            look.promotion(),
            look.state(),
            unclear.reason(),
            CheckInterval.notTooLate(journal.now(), unclear.recheckAt()));
      }
    };
  }

  private Optional<Instant> started(
      Look look, TargetState state, RunHandle handle, boolean adopted) {
    journal.record(
        look.promotion(),
        state,
        new PromotionEvent.TargetRunStarted(look.target().name(), handle, adopted));
    steps.reached(Step.RUN_RECORDED);
    return Optional.of(journal.now());
  }

  /** What is not there yet may be on its way from a process that is slow. */
  private Optional<Instant> notThere(Look look, TargetRun run) {
    Instant over = run.intendedAt().plus(MAY_COME);
    if (journal.now().isBefore(over)) {
      return journal.waiting(look.promotion(), look.state(), unknown(look, over), over);
    }
    if (look.stopping()) {
      return journal.settle(look.promotion(), look.state(), look.target(), skipped(look));
    }
    journal.record(look.promotion(), look.state(), notStarted(look));
    return Optional.of(journal.now());
  }

  private Optional<Instant> watch(Look look, RunHandle handle, RunRequest request) {
    if (look.stopping()) {
      look.runs().stop(handle, request, journal.now());
    }
    RunState run = look.runs().watch(handle, request, journal.now());
    return switch (run.kind()) {
      case RUNNING -> {
        RunState.Running running = (RunState.Running) run;
        yield journal.waiting(
            look.promotion(),
            look.state(),
            running.reason(),
            CheckInterval.notTooLate(journal.now(), running.recheckAt()));
      }
      case WROTE -> wrote(look, (RunState.Wrote) run);
      case FAILED -> failed(look, (RunState.Failed) run);
      case GONE -> {
        Reason why = ((RunState.Gone) run).reason();
        yield journal.settle(look.promotion(), look.state(), look.target(), blocked(look, why));
      }
    };
  }

  private Optional<Instant> wrote(Look look, RunState.Wrote run) {
    if (look.isBack()) {
      PromotionEvent reverted =
          new PromotionEvent.TargetReverted(look.target().name(), Optional.of(run.revision()));
      return journal.settle(look.promotion(), look.state(), look.target(), reverted);
    }
    return written(look, run.revision(), run.alreadyThere());
  }

  private Optional<Instant> written(Look look, Revision revision, boolean alreadyThere) {
    journal.record(
        look.promotion(),
        look.state(),
        new PromotionEvent.TargetWritten(look.target().name(), revision, alreadyThere));
    steps.reached(Step.TARGET_WRITTEN);
    return Optional.of(journal.now());
  }

  /** A run that failed may have written all the same; then the target is judged by what lives. */
  private Optional<Instant> failed(Look look, RunState.Failed run) {
    if (!look.isBack() && run.written().isPresent()) {
      return written(look, run.written().get(), false);
    }
    PromotionEvent event =
        look.stopping()
            ? skipped(look)
            : look.isBack() || !run.changeIsAtFault()
                ? blocked(look, run.reason())
                : TargetFailures.failed(look.state(), run.reason());
    return journal.settle(look.promotion(), look.state(), look.target(), event);
  }

  private static PromotionEvent blocked(Look look, Reason why) {
    return look.isBack()
        ? new PromotionEvent.TargetFailed(
            look.target().name(), RevertFailed.of(look.target().name(), why))
        : TargetFailures.blocked(look.state(), why);
  }

  private static PromotionEvent skipped(Look look) {
    return new PromotionEvent.TargetSkipped(look.target().name());
  }

  private static PromotionEvent notStarted(Look look) {
    return new PromotionEvent.TargetRunNotStarted(look.target().name());
  }

  /** Returns why a run cannot be watched any more: the rules of the target are others now. */
  private static Reason lost(Promotion promotion, Target target) {
    return new Reason(
        START_UNKNOWN,
        "A run writes this target, and the control plane that follows it now knows no runs.",
        "target " + target.name() + ", shard " + target.shard(),
        "Let the target name the control plane again that it named when its wave started.",
        new NextStep.Show(promotion.id().value()));
  }

  private static Reason unknown(Look look, Instant over) {
    return new Reason(
        START_UNKNOWN,
        "It is not known whether the control plane has started a run for this target.",
        "target " + look.target().name() + ", shard " + look.target().shard(),
        "No action needed; if no run is there at " + over + ", another one is started.",
        new NextStep.Show(look.promotion().id().value()));
  }
}
