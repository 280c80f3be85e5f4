package dev.gatehouse.spi;

import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.Forgetting;
import dev.gatehouse.history.LedgerVisitor;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.history.RebuiltSummaries;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.history.StreamEvent;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.plan.PromotionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where histories are kept: append-only, hash-chained per stream, sealed by checkpoints.
 *
 * <p>What {@link #append} returned normally survives a kill of the process and a crash of the
 * machine. Thread-safe; several processes may share one store. Throws {@link
 * dev.gatehouse.reason.PlatformException} when the store breaks.
 */
public interface HistoryStore extends Timeline {
  /**
   * Appends all events or none.
   *
   * @param events versions {@code expectedVersion + 1} and up, all of one promotion; the first
   *     event of a promotion is {@code Proposed} with version 1
   * @throws dev.gatehouse.reason.StaleStateException if the promotion's last version is not {@code
   *     expectedVersion}
   */
  default void append(PromotionId promotion, long expectedVersion, List<Recorded> events) {
    append(StreamId.of(promotion), expectedVersion, events.stream().map(StreamEvent::of).toList());
  }

  /** As {@link #append(PromotionId, long, List)}, for any stream. */
  void append(StreamId stream, long expectedVersion, List<StreamEvent> events);

  /**
   * Replaces a value by {@link dev.gatehouse.change.SensitiveField#HIDDEN} in the texts of an ended
   * promotion, and appends a {@code Forgotten} event that vouches for that; both or neither.
   *
   * @return the event that was appended
   * @throws dev.gatehouse.reason.InvalidConfigurationException if the promotion has not ended, or
   *     the value is in none of its texts, or is needed by later promotions
   */
  Recorded forget(Forgetting forgetting);

  /** Returns the history in order; empty when there is no such promotion. */
  default List<Recorded> read(PromotionId promotion) {
    return read(StreamId.of(promotion)).stream()
        .flatMap(event -> event.promotion().stream())
        .toList();
  }

  /** Returns the events of a stream in order; empty when nothing was appended to it. */
  List<StreamEvent> read(StreamId stream);

  /** Returns the ids of the promotions that fit, newest first. */
  default List<PromotionId> find(PromotionQuery query) {
    return summaries(query).stream().map(PromotionSummary::id).toList();
  }

  /** Returns the summaries of the promotions that fit, newest first; asks the store once. */
  List<PromotionSummary> summaries(PromotionQuery query);

  /**
   * Returns the promotions that a person may mean: the one with this id, then the best one of this
   * {@code <application>/<stage>} (open before ended, then newest), then the first few whose id
   * begins like this. Asks the store once.
   *
   * @param begun at most so many that only begin like this
   */
  List<PromotionSummary> named(String typed, int begun);

  /** Returns the whole histories of the promotions that fit, newest first; asks the store once. */
  List<List<Recorded>> histories(PromotionQuery query);

  /**
   * Counts how the newest promotions of an application went; asks the store once.
   *
   * @param newest only so many, whatever their outcome
   * @param after only those that ended later
   */
  Map<PromotionSummary.Outcome, Integer> outcomes(
      ApplicationName application, int newest, Instant after);

  /**
   * Makes all summaries again from the events, for a store whose summaries were damaged.
   *
   * <p>Others may append meanwhile. An interrupted rebuild continues where it was with the next
   * call.
   *
   * @param progress is notified after each part that is durable
   */
  RebuiltSummaries rebuildSummaries(Consumer<RebuiltSummaries> progress);

  /**
   * Seals every row stored so far and returns the seal.
   *
   * @param now when; kept to the millisecond
   */
  Checkpoint checkpoint(Instant now);

  /** Returns all checkpoints in order. */
  List<Checkpoint> checkpoints();

  /**
   * Shows the visitor the whole ledger as it is at one moment, without keeping all rows in memory.
   */
  void visit(LedgerVisitor visitor);
}
