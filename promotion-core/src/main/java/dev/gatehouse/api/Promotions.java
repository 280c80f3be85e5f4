package dev.gatehouse.api;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Change;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.history.PromotionEvent.WayBackChosen.Choice;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.stage.StageName;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be asked of Gatehouse.
 *
 * <p>A refusal is a value with a {@link dev.gatehouse.reason.Reason}; an exception means that a
 * store or a remote broke and that the call may be repeated: every call is idempotent. Each call
 * asks for the rights of its caller; what the caller may not see reads as if it were not there.
 * Thread-safe. No call waits for a promotion to move.
 */
public interface Promotions {
  /** Computes what a proposal would do, without recording anything. */
  Preview preview(Change change, StageName stage, Caller by);

  /**
   * Proposes a change for a stage; an open promotion of the same change is joined, with the authors
   * and facts of this proposal, and older ones are superseded. Facts need the right to attest;
   * their source is the actor.
   */
  Answer propose(Change change, StageName stage, List<Evidence> evidence, Caller by);

  /** Returns the state of a promotion. */
  Answer ask(PromotionId id, Caller by);

  /** Returns the newest promotions first, with everything that is known; for short lists. */
  Listing<Promotion> list(PromotionQuery query, Caller by);

  /** Returns the newest promotions first, in brief; for long lists and pages. */
  Listing<PromotionSummary> summaries(PromotionQuery query, Caller by);

  /**
   * Returns the promotion that a person means by what they typed: an id, the beginning of one,
   * {@code <application>/<stage>}, or a change as {@code <application>@<digits>}, also in part. Of
   * several at one place an open one is meant before one that has ended, then the newest.
   */
  Found find(String typed, Caller by);

  /**
   * Returns the next events of promotions, applications and shards. No event is skipped and none is
   * shown twice to a reader that keeps the position of each page.
   */
  Result<TimelinePage> timeline(TimelineQuery query, Caller by);

  /**
   * Takes the next decision about a promotion now, in the calling thread, and returns it as it is
   * then; a worker takes the same one a moment later. Needs a right to act on it there, or to
   * execute.
   */
  Answer decideNow(PromotionId id, Caller by);

  /**
   * Signs a plan.
   *
   * @param typedHash at least the first eight digits of the plan's hash
   * @param confirmation what was typed to confirm a loss, or empty
   */
  Answer approve(PromotionId id, String typedHash, String comment, String confirmation, Caller by);

  /** Refuses a promotion that has not started. */
  Answer reject(PromotionId id, String why, Caller by);

  /** Lifts a gate. */
  Answer waive(PromotionId id, WaiverRequest request, Caller by);

  /** Stands behind a waiver as the second person. */
  Answer confirmWaiver(PromotionId id, GateName gate, Caller by);

  /**
   * Takes back an approval, and what its giver typed to confirm a loss: before the last target is
   * written the gates close again.
   *
   * @param of who gave it
   */
  Answer revokeApproval(PromotionId id, String of, String why, Caller by);

  /** Takes back every waiver of a gate; before the last target is written the gate closes again. */
  Answer revokeWaiver(PromotionId id, GateName gate, String why, Caller by);

  /** Has a waiting promotion judged now, whatever time it waits for. */
  Answer recheck(PromotionId id, Caller by);

  /** Records facts; their source is the actor, whatever they say. */
  Answer attest(PromotionId id, List<Evidence> facts, Caller by);

  /** Stops a promotion; targets in flight settle first. */
  Answer abort(PromotionId id, String why, Caller by);

  /**
   * Takes back what the newest promotion of a stage wrote, as a promotion of its own; one that is
   * open there is returned.
   *
   * @param to the promotion whose state comes back; empty to undo only the newest
   */
  Answer rollback(
      ApplicationName application,
      StageName stage,
      Optional<PromotionId> to,
      String why,
      Caller by);

  /** Picks the rollback of a failed promotion that waits for it. */
  Answer chooseWayBack(PromotionId id, Choice choice, String why, Caller by);
}
