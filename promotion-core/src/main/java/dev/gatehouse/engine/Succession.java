package dev.gatehouse.engine;

import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Decision;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.PromotionDecider;
import dev.gatehouse.spi.HistoryStore;
import java.util.List;
import java.util.Optional;

/**
 * Which promotion of an application may start in a stage: the newest, and only while no other one
 * runs. Thread-safe.
 *
 * <p>Of two that are decided on at the same time by two processes only one can start: before one
 * looks at who runs, it retires every older one that has not started, and both the retirement and
 * the start are appends to the same history under optimistic locking.
 */
final class Succession {
  private final HistoryStore store;
  private final Journal journal;
  private final Registry registry;

  Succession(HistoryStore store, Journal journal, Registry registry) {
    this.store = store;
    this.journal = journal;
    this.registry = registry;
  }

  /** Returns the promotion that retires this one, if it has not started. */
  Optional<Promotion> newer(Promotion promotion) {
    if (promotion.phase() != PromotionPhase.PENDING || promotion.rollback().isPresent()) {
      return Optional.empty();
    }
    PromotionQuery newest =
        PromotionQuery.newest(promotion.change().application(), promotion.stage(), 1);
    return store.summaries(newest).stream()
        .map(PromotionSummary::id)
        .filter(id -> !id.equals(promotion.id()))
        .findFirst()
        .flatMap(journal::find);
  }

  /** Retires the promotions before this one that have not started, then returns those that run. */
  List<PromotionId> runningAhead(Promotion promotion) {
    if (promotion.phase() == PromotionPhase.PENDING) {
      retireOlder(promotion);
    }
    return registry.runningBeside(promotion);
  }

  /** Retires the promotions before this one that have not started. */
  void retireOlder(Promotion newer) {
    boolean older = false;
    for (PromotionSummary other : registry.open(newer.change().application(), newer.stage())) {
      boolean waits = other.phase() == PromotionPhase.PENDING && other.rollback().isEmpty();
      if (older && waits) {
        journal.act(other.id(), Journal.ENGINE, now -> retirement(now, newer));
      }
      older |= other.id().equals(newer.id());
    }
  }

  private static List<PromotionEvent> retirement(Promotion older, Promotion newer) {
    return older.phase() == PromotionPhase.PENDING
        ? List.of(ended(PromotionDecider.superseded(older, newer)))
        : List.of();
  }

  static PromotionEvent.Ended ended(Decision.End end) {
    return new PromotionEvent.Ended(end.phase(), end.reason(), end.supersededBy());
  }
}
