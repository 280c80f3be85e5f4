package dev.gatehouse.history;

import dev.gatehouse.reason.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rows whose text is not the one that their hash covers, and what later rows of the same chain
 * vouch for; not thread-safe.
 */
final class ForgottenRows {
  /** More rows than anyone removes values from: the ledger is altered. */
  private static final int MOST = 10_000;

  private final Map<Place, Found> found = new LinkedHashMap<>();

  private record Place(StreamId stream, long version) {}

  private record Found(String hash, String digest, boolean vouched) {}

  /** Returns false if there are too many. */
  boolean add(LedgerEntry row) {
    if (found.size() == MOST) {
      return false;
    }
    found.put(
        new Place(row.stream(), row.version()),
        new Found(row.hash(), HashChain.digest(row.payload()), false));
    return true;
  }

  /** The last row that vouches for a place counts. */
  void vouch(StreamId stream, PromotionEvent.Forgotten event) {
    for (PromotionEvent.Forgotten.Row row : event.rows()) {
      found.computeIfPresent(
          new Place(stream, row.version()),
          (place, was) ->
              new Found(
                  was.hash(),
                  was.digest(),
                  was.hash().equals(row.hash()) && was.digest().equals(row.digest())));
    }
  }

  /** Returns the first row that nothing vouches for. */
  Optional<Reason> firstBad() {
    return found.entrySet().stream()
        .filter(entry -> !entry.getValue().vouched())
        .map(Map.Entry::getKey)
        .findFirst()
        .map(place -> AuditFinding.ALTERED.at(place.stream(), place.version()));
  }

  long count() {
    return found.values().stream().filter(Found::vouched).count();
  }
}
