package dev.gatehouse.history;

import dev.gatehouse.change.CanonicalDigest;
import dev.gatehouse.plan.PromotionId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A seal over the heads of all promotions at one time, chained to the checkpoint before.
 *
 * @param number counted from 1
 * @param at when it was taken
 * @param entries how many rows the ledger had
 * @param headsHash the hash over every promotion's last version and hash
 * @param previousHash the hash of the checkpoint before, or {@link HashChain#GENESIS}
 * @param hash this checkpoint's hash
 */
public record Checkpoint(
    long number, Instant at, long entries, String headsHash, String previousHash, String hash) {
  /**
   * The end of one promotion's chain.
   *
   * @param version the last version
   * @param hash the last hash
   */
  public record Head(long version, String hash) {}

  /** Returns the checkpoint that follows one with this hash. */
  public static Checkpoint next(
      long number, Instant at, long entries, Map<PromotionId, Head> heads, String previousHash) {
    String headsHash = headsHash(heads);
    return new Checkpoint(
        number,
        at,
        entries,
        headsHash,
        previousHash,
        seal(number, at, entries, headsHash, previousHash));
  }

  /** Tells whether the checkpoint's hash is the hash of what stands in it. */
  public boolean isSound() {
    return hash.equals(seal(number, at, entries, headsHash, previousHash));
  }

  /** Returns the hash over these heads, whatever their order. */
  public static String headsHash(Map<PromotionId, Head> heads) {
    Map<String, Head> sorted = new TreeMap<>();
    heads.forEach((id, head) -> sorted.put(id.value(), head));
    return new CanonicalDigest().add(Collections.unmodifiableMap(sorted)).hex();
  }

  private static String seal(
      long number, Instant at, long entries, String headsHash, String previousHash) {
    return new CanonicalDigest()
        .add(number)
        .add(at)
        .add(entries)
        .add(headsHash)
        .add(previousHash)
        .hex();
  }
}
