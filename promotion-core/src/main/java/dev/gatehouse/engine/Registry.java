package dev.gatehouse.engine;

import dev.gatehouse.api.PromotionFilter;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Change;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.risk.TrackRecord;
import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.stage.StageName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions about other promotions: what is where, what runs now, how the past went;
 * thread-safe.
 */
final class Registry {
  private static final Duration PAST = Duration.ofDays(90);
  private static final int READ_AT_MOST = 200;
  private final HistoryStore store;
  private final Journal journal;

  Registry(HistoryStore store, Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  List<Promotion> find(PromotionFilter filter) {
    return store.find(filter).stream()
        .flatMap(id -> journal.find(id).stream())
        .filter(promotion -> fits(promotion, filter.application(), filter.stage()))
        .toList();
  }

  /** The columns that a store searches by are not sealed; the events of a promotion are. */
  private static boolean fits(
      Promotion promotion, Optional<ApplicationName> application, Optional<StageName> stage) {
    return application.map(promotion.change().application()::equals).orElse(true)
        && stage.map(promotion.stage()::equals).orElse(true);
  }

  /** Returns the open promotions of an application in a stage, newest first. */
  List<Promotion> open(ApplicationName application, StageName stage) {
    return find(PromotionFilter.of(application, stage, true)).stream()
        .filter(promotion -> !promotion.phase().isFinal())
        .toList();
  }

  /** Returns the promotions in the same stage that run; of two that run, the first one is ahead. */
  List<PromotionId> runningBeside(Promotion promotion) {
    boolean runs = promotion.phase() == PromotionPhase.RUNNING;
    return open(promotion.change().application(), promotion.stage()).stream()
        .filter(
            other -> other.phase() == PromotionPhase.RUNNING && !other.id().equals(promotion.id()))
        .filter(other -> !runs || startedBefore(other, promotion))
        .map(Promotion::id)
        .toList();
  }

  private static boolean startedBefore(Promotion one, Promotion other) {
    int order = one.phaseSince().compareTo(other.phaseSince());
    return order < 0 || (order == 0 && one.id().value().compareTo(other.id().value()) < 0);
  }

  /**
   * Returns how the change stands in the stage by what other promotions made of it.
   *
   * @param except the promotion that asks
   */
  Earlier.Standing standing(Change change, StageName stage, Optional<PromotionId> except) {
    for (PromotionId id : newest(change.application(), Optional.of(stage))) {
      if (except.filter(id::equals).isPresent()) {
        continue;
      }
      Promotion other = journal.find(id).orElseThrow();
      if (!fits(other, Optional.of(change.application()), Optional.of(stage))) {
        continue;
      }
      boolean same = other.change().id().equals(change.id());
      boolean succeeded = other.phase() == PromotionPhase.SUCCEEDED;
      if (succeeded || other.holdsAnything()) {
        return new Earlier.Standing(
            same && succeeded, other.lastPlan().filter(plan -> same && !succeeded));
      }
    }
    return new Earlier.Standing(false, Optional.empty());
  }

  private List<PromotionId> newest(ApplicationName application, Optional<StageName> stage) {
    return store.find(new PromotionFilter(Optional.of(application), stage, false, READ_AT_MOST));
  }

  /** Returns how the application's promotions of the last 90 days went. */
  TrackRecord trackRecord(ApplicationName application, Instant now) {
    int succeeded = 0;
    int withIssues = 0;
    int failed = 0;
    for (PromotionId id : newest(application, Optional.empty())) {
      Promotion past = journal.find(id).orElseThrow();
      boolean recent = past.phaseSince().isAfter(now.minus(PAST));
      if (recent && past.phase() == PromotionPhase.SUCCEEDED) {
        boolean smooth = past.waivers().isEmpty();
        succeeded += smooth ? 1 : 0;
        withIssues += smooth ? 0 : 1;
      } else if (recent && past.phase() == PromotionPhase.FAILED && past.wave() > 0) {
        failed++;
      }
    }
    return new TrackRecord(succeeded, withIssues, failed);
  }
}
