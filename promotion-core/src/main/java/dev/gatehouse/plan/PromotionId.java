package dev.gatehouse.plan;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.CanonicalDigest;
import dev.gatehouse.change.ChangeId;
import dev.gatehouse.reason.Naming;
import dev.gatehouse.stage.StageName;
import java.time.Instant;

/**
 * The identity of one promotion.
 *
 * @param value such as {@code checkout-staging-3f9c2a1b}
 */
public record PromotionId(String value) {
  /** Checks the spelling. */
  public PromotionId {
    Naming.require("promotion", value);
  }

  /**
   * Returns the id of the promotion of this change to this stage that was proposed at this time.
   */
  public static PromotionId of(
      ChangeId change, ApplicationName application, StageName stage, Instant proposedAt) {
    return of(change, application, stage, proposedAt, 0);
  }

  /**
   * Returns the id for this attempt to find one that no other promotion has. The digits are few
   * because people type them: the ledger makes an id unique, not its length.
   */
  public static PromotionId of(
      ChangeId change,
      ApplicationName application,
      StageName stage,
      Instant proposedAt,
      int attempt) {
    CanonicalDigest digest = new CanonicalDigest().add(change).add(stage).add(proposedAt);
    String hex = (attempt == 0 ? digest : digest.add(attempt)).hex();
    return new PromotionId(application + "-" + stage + "-" + hex.substring(0, 8));
  }

  @Override
  public String toString() {
    return value;
  }
}
