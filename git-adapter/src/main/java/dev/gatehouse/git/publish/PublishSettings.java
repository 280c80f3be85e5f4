package dev.gatehouse.git.publish;

import dev.gatehouse.git.commit.Identity;
import dev.gatehouse.git.commit.Signer;
import java.time.Duration;
import java.util.Optional;

/**
 * How commits are made and how long a branch is tried.
 *
 * @param author who stands in commits as author
 * @param committer who stands in commits as committer
 * @param signer signs commits, if a key is configured
 * @param tries how often one drain of a queue tries to get its push through
 * @param lease how long the committer's lease lasts without a renewal
 */
public record PublishSettings(
    Identity author, Identity committer, Optional<Signer> signer, int tries, Duration lease) {

  /**
   * The product's own identity, no signature, 12 tries, a lease of five seconds: who is killed is
   * soon followed, and a push that outlasts its lease is still caught by the expected tip.
   */
  public static final PublishSettings DEFAULT =
      new PublishSettings(
          Identity.GATEHOUSE, Identity.GATEHOUSE, Optional.empty(), 12, Duration.ofSeconds(5));

  /** Refuses settings under which nothing could ever be pushed. */
  public PublishSettings {
    if (tries < 1 || lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException(
          "tries must be 1 or more and the lease longer than nothing");
    }
  }
}
