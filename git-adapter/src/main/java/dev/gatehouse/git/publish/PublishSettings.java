package dev.gatehouse.git.publish;

import dev.gatehouse.git.commit.Identity;
import dev.gatehouse.git.commit.Signer;
import java.time.Duration;
import java.util.Optional;

/**
 * How commits are made and how long a branch is tried.
 *
 * @param author the author of commits
 * @param committer the committer of commits
 * @param signer signs commits, if a key is configured
 * @param tries how often one drain of a queue tries to get its push through
 * @param lease how long the committer's lease lasts at first; a drain that lost it asks for twice
 *     as long the next time, up to {@link #LONGEST_LEASE}
 */
public record PublishSettings(
    Identity author, Identity committer, Optional<Signer> signer, int tries, Duration lease) {
  private static final int MOST_DOUBLINGS = 20;

  /** No drain asks for a longer lease than this, unless it was set to. */
  public static final Duration LONGEST_LEASE = Duration.ofMinutes(1);

  /**
   * The product's own identity, no signature, 12 tries, a lease of three seconds: who is killed is
   * soon followed, and a push that outlasts its lease is still caught by the expected tip.
   */
  public static final PublishSettings DEFAULT =
      new PublishSettings(
          Identity.GATEHOUSE, Identity.GATEHOUSE, Optional.empty(), 12, Duration.ofSeconds(3));

  /** Refuses settings under which nothing could ever be pushed. */
  public PublishSettings {
    if (tries < 1 || lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException(
          "tries must be 1 or more and the lease longer than nothing");
    }
  }

  /** Returns the lease to ask for after it was lost this often in a row. */
  Duration lease(int losses) {
    if (lease.compareTo(LONGEST_LEASE) >= 0) {
      return lease;
    }
    Duration doubled = lease.multipliedBy(1L << Math.min(losses, MOST_DOUBLINGS));
    return doubled.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : doubled;
  }
}
