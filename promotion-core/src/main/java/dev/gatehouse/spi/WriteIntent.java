package dev.gatehouse.spi;

import dev.gatehouse.change.Revision;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.stage.TargetName;

/**
 * The promise to push one commit, made durable before the push.
 *
 * @param promotion the promotion
 * @param target the target
 * @param act write or revert
 * @param repository the repository's address without credentials
 * @param branch the branch
 * @param parent the commit it is on
 * @param tree the tree's id
 * @param commit the commit's id, known beforehand
 * @param epoch the lease epoch of the committer
 */
public record WriteIntent(
    PromotionId promotion,
    TargetName target,
    Act act,
    String repository,
    String branch,
    Revision parent,
    String tree,
    Revision commit,
    long epoch) {
  /** What the commit does. */
  public enum Act {
    WRITE,
    REVERT
  }
}
