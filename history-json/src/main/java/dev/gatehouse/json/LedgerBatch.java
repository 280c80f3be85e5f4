package dev.gatehouse.json;

import dev.gatehouse.history.HashChain;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.StreamEvent;
import dev.gatehouse.history.StreamId;
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
  /** Another writer appended to the stream first. */
  public static final ReasonCode STALE_HISTORY = ReasonCode.of("stale-history");

  private LedgerBatch() {}

  /**
   * Returns the rows of these events.
   *
   * @param version the stream's last version, 0 for a new one
   * @param previousHash the stream's last hash, or {@link HashChain#GENESIS}
   * @throws IllegalArgumentException if the events are none, of another stream or not numbered from
   *     {@code version + 1}, or a new promotion does not start with {@code Proposed}
   */
  public static List<LedgerEntry> rows(
      StreamId stream, long version, String previousHash, List<StreamEvent> events) {
    require(!events.isEmpty(), "nothing to append to " + stream);
    require(
        version > 0
            || stream.kind() != StreamId.Kind.PROMOTION
            || events.get(0).event() instanceof PromotionEvent.Proposed,
        "the first event of " + stream + " is not Proposed");
    List<LedgerEntry> rows = new ArrayList<>();
    String hash = previousHash;
    for (StreamEvent event : events) {
      long next = version + rows.size() + 1;
      require(
          event.stream().equals(stream) && event.version() == next,
          "expected row " + next + " of " + stream + " but got " + event);
      LedgerEntry row = HashChain.next(stream, next, HistoryJson.payload(event), hash);
      rows.add(row);
      hash = row.hash();
    }
    return List.copyOf(rows);
  }

  /** Returns the refusal of an append that came second. */
  public static StaleStateException stale(StreamId stream, long expectedVersion) {
    return new StaleStateException(
        new Reason(
            STALE_HISTORY,
            "Another writer appended first: row " + expectedVersion + " is not the last one.",
            stream.toString(),
            "Read it again and decide on what is there now."));
  }

  private static void require(boolean good, String problem) {
    if (!good) {
      throw new IllegalArgumentException(problem);
    }
  }
}
