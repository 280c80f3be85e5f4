package dev.gatehouse.promotion;

import dev.gatehouse.change.Revision;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.TargetName;
import java.time.Instant;
import java.util.Optional;

/**
 * Where one target of a promotion stands.
 *
 * @param target the target
 * @param step how far it has come
 * @param since when it came there
 * @param revision the commit that holds its desired state, once written
 * @param alreadyThere whether the desired state was there without a commit of ours
 * @param syncAsked whether a control plane has accepted to sync the revision
 * @param reason why it failed, or what it waits for
 * @param reasonSince since when a reason of this code has stood, or since it came to this step
 * @param reasonAt when the reason was last recorded, or when it came to this step
 * @param blameless whether it failed for a reason that is not the change
 */
public record TargetState(
    TargetName target,
    Step step,
    Instant since,
    Optional<Revision> revision,
    boolean alreadyThere,
    boolean syncAsked,
    Optional<Reason> reason,
    Instant reasonSince,
    Instant reasonAt,
    boolean blameless) {
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

  /** Tells whether somebody still has to work on it. */
  public boolean isInFlight() {
    return step == Step.STARTED || step == Step.WRITTEN || step == Step.REVERTING;
  }

  /** Tells whether our own commit is on the branch. */
  public boolean holdsOurCommit() {
    return revision.isPresent() && !alreadyThere && step != Step.REVERTED;
  }

  TargetState to(Step next, Instant at) {
    return new TargetState(
        target, next, at, revision, alreadyThere, false, Optional.empty(), at, at, false);
  }

  TargetState withSyncAsked() {
    return new TargetState(
        target,
        step,
        since,
        revision,
        alreadyThere,
        true,
        reason,
        reasonSince,
        reasonAt,
        blameless);
  }

  TargetState failed(Reason why, Instant at, boolean isBlameless) {
    Optional<Reason> reasonOf = Optional.of(why);
    return new TargetState(
        target, Step.FAILED, at, revision, alreadyThere, false, reasonOf, at, at, isBlameless);
  }

  TargetState waiting(Reason why, Instant at) {
    boolean sameCode = reason.map(old -> old.code().equals(why.code())).orElse(false);
    return new TargetState(
        target,
        step,
        since,
        revision,
        alreadyThere,
        syncAsked,
        Optional.of(why),
        sameCode ? reasonSince : at,
        at,
        blameless);
  }
}
