package dev.gatehouse.history;

import dev.gatehouse.change.CanonicalDigest;
import java.time.Instant;

/**
 * A seal over all rows up to one moment, in the order in which they were stored, chained to the
 * checkpoint before.
 *
 * @param number counted from 1
 * @param at when it was taken
 * @param entries how many rows the ledger had
 * @param rowsHash the {@link RowsDigest} of the rows since the checkpoint before
 * @param previousHash the hash of the checkpoint before, or {@link HashChain#GENESIS}
 * @param hash this checkpoint's hash
 */
public record Checkpoint(
    long number, Instant at, long entries, String rowsHash, String previousHash, String hash) {
  /** Returns the checkpoint that follows one with this hash. */
  public static Checkpoint next(
      long number, Instant at, long entries, String rowsHash, String previousHash) {
    return new Checkpoint(
        number,
        at,
        entries,
        rowsHash,
        previousHash,
        seal(number, at, entries, rowsHash, previousHash));
  }

  /** Returns whether the checkpoint's hash is the hash of what is in it. */
  public boolean isSound() {
    return hash.equals(seal(number, at, entries, rowsHash, previousHash));
  }

  private static String seal(
      long number, Instant at, long entries, String rowsHash, String previousHash) {
    return new CanonicalDigest()
        .add(number)
        .add(at)
        .add(entries)
        .add(rowsHash)
        .add(previousHash)
        .hex();
  }
}
