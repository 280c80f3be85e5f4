package dev.gatehouse.engine;

import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Change;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.risk.TrackRecord;
import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.stage.StageName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Answers questions about other promotions: what is where, what runs now, how the past went;
 * thread-safe.
 */
final class Registry {
  private static final Duration PAST = Duration.ofDays(90);
  private static final int READ_AT_MOST = 200;
  private static final int SHORT_PAGE = 10;
  private final HistoryStore store;
  private final Journal journal;

  Registry(HistoryStore store, Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  /** Returns whole promotions; only where what they hold besides their summary is needed. */
  List<Promotion> find(PromotionQuery query) {
    return store.histories(query).stream()
        .map(Promotion::of)
        .filter(promotion -> fits(promotion, query.application(), query.stage()))
        .toList();
  }

  /** Shows every open promotion, however many there are. */
  void eachOpen(Consumer<Promotion> shown) {
    PromotionQuery page = PromotionQuery.open(Integer.MAX_VALUE);
    List<Promotion> found = find(page);
    found.forEach(shown);
    while (found.size() >= page.limit()) {
      page = page.after(found.get(found.size() - 1).id());
      found = find(page);
      found.forEach(shown);
    }
  }

  /** Returns every open promotion in brief, however many there are. */
  List<PromotionSummary> allOpen() {
    PromotionQuery page = PromotionQuery.open(Integer.MAX_VALUE);
    List<PromotionSummary> all = new ArrayList<>(store.summaries(page));
    int before = 0;
    while (all.size() - before >= page.limit()) {
      before = all.size();
      all.addAll(store.summaries(page.after(all.get(before - 1).id())));
    }
    return all;
  }

  /** Tells whether a page can begin after this promotion. */
  boolean knows(PromotionId id) {
    return journal.find(id).isPresent();
  }

  List<PromotionSummary> summaries(PromotionQuery query) {
    return store.summaries(query);
  }

  List<PromotionSummary> named(String typed, int begun) {
    return store.named(typed, begun);
  }

  /** Returns the newest promotions of an application in all stages, newest first. */
  List<PromotionSummary> newest(ApplicationName application) {
    return store.summaries(
        new PromotionQuery(
            Optional.of(application), Optional.empty(), false, Optional.empty(), READ_AT_MOST));
  }

  /** Returns the newest promotions of an application in a stage, newest first. */
  List<PromotionSummary> newest(ApplicationName application, StageName stage) {
    return there(application, stage, PromotionQuery.newest(application, stage, READ_AT_MOST));
  }

  /** Summaries are not sealed: where one opens something, the events must say the same. */
  boolean isTrue(PromotionSummary summary) {
    return journal.find(summary.id()).map(Promotion::summary).filter(summary::equals).isPresent();
  }

  /** The columns that a store searches by are not sealed; the events of a promotion are. */
  private static boolean fits(
      Promotion promotion, Optional<ApplicationName> application, Optional<StageName> stage) {
    return application.map(promotion.change().application()::equals).orElse(true)
        && stage.map(promotion.stage()::equals).orElse(true);
  }

  /** Returns the open promotions of an application in a stage, newest first. */
  List<PromotionSummary> open(ApplicationName application, StageName stage) {
    PromotionQuery open = PromotionQuery.of(application, stage, true);
    return there(application, stage, open).stream().filter(one -> !one.phase().isFinal()).toList();
  }

  private List<PromotionSummary> there(
      ApplicationName application, StageName stage, PromotionQuery query) {
    return store.summaries(query).stream()
        .filter(one -> one.application().equals(application) && one.stage().equals(stage))
        .toList();
  }

  /** Returns the promotions in the same stage that run; of two that run, the first one is ahead. */
  List<PromotionId> runningBeside(Promotion promotion) {
    boolean runs = promotion.phase() == PromotionPhase.RUNNING;
    return open(promotion.change().application(), promotion.stage()).stream()
        .filter(
            other -> other.phase() == PromotionPhase.RUNNING && !other.id().equals(promotion.id()))
        .filter(other -> !runs || startedBefore(other, promotion))
        .map(PromotionSummary::id)
        .toList();
  }

  private static boolean startedBefore(PromotionSummary one, Promotion other) {
    int order = one.phaseSince().compareTo(other.phaseSince());
    return order < 0 || (order == 0 && one.id().value().compareTo(other.id().value()) < 0);
  }

  /**
   * Returns the state of the change in the stage by what other promotions made of it.
   *
   * @param except the promotion that asks
   */
  Earlier.Standing standing(Change change, StageName stage, Optional<PromotionId> except) {
    return last(change.application(), stage, except, SHORT_PAGE)
        .or(() -> last(change.application(), stage, except, READ_AT_MOST))
        .map(last -> standing(change, stage, last))
        .orElseGet(() -> new Earlier.Standing(false, Optional.empty()));
  }

  /** Returns the last promotion that touched the stage; almost always one of the newest few. */
  private Optional<PromotionSummary> last(
      ApplicationName application, StageName stage, Optional<PromotionId> except, int limit) {
    return there(application, stage, PromotionQuery.newest(application, stage, limit)).stream()
        .filter(one -> one.phase() == PromotionPhase.SUCCEEDED || one.holdsAnything())
        .filter(one -> except.filter(one.id()::equals).isEmpty())
        .findFirst();
  }

  /** What the last promotion that touched the stage made of it, by its own events. */
  private Earlier.Standing standing(Change change, StageName stage, PromotionSummary last) {
    Promotion other = journal.find(last.id()).orElseThrow();
    boolean same =
        fits(other, Optional.of(change.application()), Optional.of(stage))
            && other.change().id().equals(change.id());
    boolean succeeded = other.phase() == PromotionPhase.SUCCEEDED;
    return new Earlier.Standing(
        same && succeeded, other.lastPlan().filter(plan -> same && !succeeded));
  }

  /** Returns how the application's promotions of the last 90 days went. */
  TrackRecord trackRecord(ApplicationName application, Instant now) {
    Map<PromotionSummary.Outcome, Integer> outcomes =
        store.outcomes(application, READ_AT_MOST, now.minus(PAST));
    return new TrackRecord(
        outcomes.getOrDefault(PromotionSummary.Outcome.SMOOTH, 0),
        outcomes.getOrDefault(PromotionSummary.Outcome.WITH_ISSUES, 0),
        outcomes.getOrDefault(PromotionSummary.Outcome.FAILED, 0));
  }
}
