package dev.gatehouse.promotion;

import dev.gatehouse.change.Revision;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.TargetName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of one target of a promotion.
 *
 * @param target the target
 * @param step how far it has come
 * @param since when it came there
 * @param revision the commit that holds its desired state, once written
 * @param alreadyThere whether the desired state was there without a commit of ours
 * @param syncAsked whether a control plane has accepted to sync the revision
 * @param synced whether the revision is applied, so that only its health is awaited
 * @param awaitedSince since when the target is expected to become live: the write, or the accepted
 *     sync
 * @param illBefore what was wrong with it before the write
 * @param reason why it failed, or what it waits for
 * @param reasonSince since when a reason of this code has been, or since it came to this step
 * @param reasonAt when the reason was last recorded, or when it came to this step
 * @param blameless whether it failed for a reason that is not the change
 * @param run the run that writes it, where its control plane does so on its own
 */
public record TargetState(
    TargetName target,
    Step step,
    Instant since,
    Optional<Revision> revision,
    boolean alreadyThere,
    boolean syncAsked,
    boolean synced,
    Instant awaitedSince,
    Optional<Reason> illBefore,
    Optional<Reason> reason,
    Instant reasonSince,
    Instant reasonAt,
    boolean blameless,
    Optional<TargetRun> run) {
  /** The steps of a target. */
  public enum Step {
    /** Its wave has started; it is to be written. */
    STARTED,
    WRITTEN,
    LIVE,
    FAILED,
    SKIPPED,
    /** It is to be reverted. */
    REVERTING,
    REVERTED
  }

  /** Returns whether someone still has to work on it. */
  public boolean isInFlight() {
    return step == Step.STARTED || step == Step.WRITTEN || step == Step.REVERTING;
  }

  /** Returns whether a run that writes it was started, or may have been. */
  public boolean isRun() {
    return run.filter(one -> !one.isOver()).isPresent();
  }

  /** Returns whether our own commit is on the branch. */
  public boolean holdsOurCommit() {
    return revision.isPresent() && !alreadyThere && step != Step.REVERTED;
  }

  /**
   * Returns whether it is written and has not become live by its deadline, so that a person is
   * asked.
   */
  public boolean isOverdue() {
    return step == Step.WRITTEN && reason.filter(Overdue::isOne).isPresent();
  }

  /** Returns whether a machine has kept it from being written until its deadline. */
  public boolean isLate() {
    return step == Step.STARTED && reason.filter(Overdue::isOne).isPresent();
  }

  /** Returns when a person is asked unless it is live by then; empty unless it is written. */
  public Optional<Instant> deadline(Duration healthyWithin) {
    return step == Step.WRITTEN ? Optional.of(awaitedSince.plus(healthyWithin)) : Optional.empty();
  }

  static TargetState started(TargetName target, Instant at) {
    return new TargetState(
        target,
        Step.STARTED,
        at,
        Optional.empty(),
        false,
        false,
        false,
        at,
        Optional.empty(),
        Optional.empty(),
        at,
        at,
        false,
        Optional.empty());
  }

  TargetState written(Revision commit, boolean wasThere, Instant at) {
    return new TargetState(
        target,
        Step.WRITTEN,
        at,
        Optional.of(commit),
        wasThere,
        false,
        false,
        at,
        illBefore,
        Optional.empty(),
        at,
        at,
        false,
        Optional.empty());
  }

  TargetState to(Step next, Instant at) {
    return changed(next, at, false, false, at, Optional.empty(), at, at, false)
        .withRun(Optional.empty());
  }

  TargetState withSyncAsked(Instant at) {
    return changed(step, since, true, synced, at, reason, reasonSince, reasonAt, blameless);
  }

  TargetState withSynced() {
    return changed(
        step, since, syncAsked, true, awaitedSince, reason, reasonSince, reasonAt, blameless);
  }

  TargetState seenBefore(Optional<Reason> ill) {
    return new TargetState(
        target,
        step,
        since,
        revision,
        alreadyThere,
        syncAsked,
        synced,
        awaitedSince,
        ill,
        reason,
        reasonSince,
        reasonAt,
        blameless,
        run);
  }

  TargetState withRun(Optional<TargetRun> other) {
    return new TargetState(
        target,
        step,
        since,
        revision,
        alreadyThere,
        syncAsked,
        synced,
        awaitedSince,
        illBefore,
        reason,
        reasonSince,
        reasonAt,
        blameless,
        other);
  }

  TargetState failed(Reason why, Instant at, boolean isBlameless) {
    return changed(Step.FAILED, at, false, false, at, Optional.of(why), at, at, isBlameless);
  }

  TargetState waiting(Reason why, Instant at) {
    boolean sameCode = reason.map(old -> old.code().equals(why.code())).orElse(false);
    Instant from = sameCode ? reasonSince : at;
    return changed(
        step, since, syncAsked, synced, awaitedSince, Optional.of(why), from, at, blameless);
  }

  private TargetState changed(
      Step next,
      Instant at,
      boolean asked,
      boolean applied,
      Instant awaited,
      Optional<Reason> why,
      Instant whySince,
      Instant whyAt,
      boolean isBlameless) {
    return new TargetState(
        target,
        next,
        at,
        revision,
        alreadyThere,
        asked,
        applied,
        awaited,
        illBefore,
        why,
        whySince,
        whyAt,
        isBlameless,
        run);
  }
}
