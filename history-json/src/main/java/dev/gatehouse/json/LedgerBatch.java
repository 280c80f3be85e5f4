package dev.gatehouse.json;

import dev.gatehouse.history.HashChain;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.StaleStateException;
import java.util.ArrayList;
import java.util.List;

/**
 * Events that are appended together, checked and turned into chained rows; what every store does
 * before it stores. Pure and thread-safe.
 */
public final class LedgerBatch {
  /** Somebody else appended to the promotion first. */
  public static final ReasonCode STALE_HISTORY = ReasonCode.of("stale-history");

  private LedgerBatch() {}

  /**
   * Returns the rows of these events.
   *
   * @param version the promotion's last version, 0 for a new one
   * @param previousHash the promotion's last hash, or {@link HashChain#GENESIS}
   * @throws IllegalArgumentException if the events are none, of another promotion or not numbered
   *     from {@code version + 1}, or a new promotion does not start with {@code Proposed}
   */
  public static List<LedgerEntry> rows(
      PromotionId promotion, long version, String previousHash, List<Recorded> events) {
    require(!events.isEmpty(), "nothing to append to " + promotion);
    require(
        version > 0 || events.get(0).event() instanceof PromotionEvent.Proposed,
        "the first event of " + promotion + " is not Proposed");
    List<LedgerEntry> rows = new ArrayList<>();
    String hash = previousHash;
    for (Recorded event : events) {
      long next = version + rows.size() + 1;
      require(
          event.promotion().equals(promotion) && event.version() == next,
          "expected row " + next + " of " + promotion + " but got " + event);
      LedgerEntry row = HashChain.next(promotion, next, HistoryJson.payload(event), hash);
      rows.add(row);
      hash = row.hash();
    }
    return List.copyOf(rows);
  }

  /** Returns the refusal of an append that came second. */
  public static StaleStateException stale(PromotionId promotion, long expectedVersion) {
    return new StaleStateException(
        new Reason(
            STALE_HISTORY,
            "Somebody else appended first: row " + expectedVersion + " is not the last one.",
            "promotion " + promotion,
            "Read the promotion again and decide on what is there now."));
  }

  private static void require(boolean good, String problem) {
    if (!good) {
      throw new IllegalArgumentException(problem);
    }
  }
}
