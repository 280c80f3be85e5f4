package dev.gatehouse.history;

import dev.gatehouse.change.CanonicalDigest;
import dev.gatehouse.plan.PromotionId;

/** How the rows of one promotion are chained; pure and thread-safe. */
public final class HashChain {
  /** What stands before the first row. */
  public static final String GENESIS = "0".repeat(64);

  private HashChain() {}

  /** Returns the row that follows a row with this hash. */
  public static LedgerEntry next(
      PromotionId promotion, long version, String payload, String previousHash) {
    return new LedgerEntry(
        promotion, version, payload, previousHash, hash(promotion, version, payload, previousHash));
  }

  /** Tells whether the row's hash is the hash of what stands in it. */
  public static boolean isSound(LedgerEntry entry) {
    return entry
        .hash()
        .equals(hash(entry.promotion(), entry.version(), entry.payload(), entry.previousHash()));
  }

  private static String hash(
      PromotionId promotion, long version, String payload, String previousHash) {
    return new CanonicalDigest()
        .add(previousHash)
        .add(promotion.value())
        .add(version)
        .add(payload)
        .hex();
  }
}
