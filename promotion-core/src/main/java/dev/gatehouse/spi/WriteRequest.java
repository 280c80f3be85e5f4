package dev.gatehouse.spi;

import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.Target;
import java.time.Instant;
import java.util.List;

/**
 * One edit that has been decided on.
 *
 * @param promotion the promotion, for the commit's trailer
 * @param stage the stage, for the commit's subject
 * @param planHash the plan it belongs to
 * @param change what is promoted
 * @param target where to
 * @param expectedDigest the digest of the edits that were planned
 * @param at the commit's date; the same on every try, so that the commit's id is too
 * @param acceptsBranch whether a person has accepted commits that claim to be ours and are not
 * @param undoes of a rollback: our commits that are taken back instead of making the change's
 *     edits, newest first
 */
public record WriteRequest(
    PromotionId promotion,
    StageName stage,
    PlanHash planHash,
    Change change,
    Target target,
    String expectedDigest,
    Instant at,
    boolean acceptsBranch,
    List<Revision> undoes) {
  /** Copies the list. */
  public WriteRequest {
    undoes = List.copyOf(undoes);
  }

  /** A request that accepts no commit that only claims to be ours. */
  public WriteRequest(
      PromotionId promotion,
      StageName stage,
      PlanHash planHash,
      Change change,
      Target target,
      String expectedDigest,
      Instant at) {
    this(promotion, stage, planHash, change, target, expectedDigest, at, false, List.of());
  }

  /** Returns this request with or without a person's acceptance of the branch as it is. */
  public WriteRequest acceptingBranch(boolean accepts) {
    return new WriteRequest(
        promotion, stage, planHash, change, target, expectedDigest, at, accepts, undoes);
  }

  /** Returns this request as one that takes these commits back. */
  public WriteRequest undoing(List<Revision> commits) {
    return new WriteRequest(
        promotion, stage, planHash, change, target, expectedDigest, at, acceptsBranch, commits);
  }
}
