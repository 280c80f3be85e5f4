package dev.gatehouse.testkit;

import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.plan.PromotionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Summaries of promotions in memory, in the order of their proposals; not thread-safe. */
public final class Summaries {
  private final Map<PromotionId, PromotionSummary> byId = new LinkedHashMap<>();

  /** Creates an empty collection. */
  public Summaries() {}

  /** Folds in an event that was just appended. */
  public void follow(Recorded recorded) {
    byId.compute(
        recorded.promotion(),
        (id, before) ->
            before == null
                ? PromotionSummary.of(List.of(recorded))
                : before.after(List.of(recorded)));
  }

  /** Makes the summary of a history again; returns whether another one was there, or none. */
  public boolean rebuild(List<Recorded> history) {
    PromotionSummary right = PromotionSummary.of(history);
    return !right.equals(byId.put(right.id(), right));
  }

  /** Returns the summary of a promotion that is known. */
  public PromotionSummary get(PromotionId id) {
    return Objects.requireNonNull(byId.get(id));
  }

  /** As {@code HistoryStore.summaries}. */
  public List<PromotionSummary> find(PromotionQuery query) {
    List<PromotionSummary> newest = newest();
    int from = query.before().map(id -> after(newest, id)).orElse(0);
    return newest.subList(from, newest.size()).stream()
        .filter(one -> query.application().map(one.application()::equals).orElse(true))
        .filter(one -> query.stage().map(one.stage()::equals).orElse(true))
        .filter(one -> !(query.openOnly() && one.phase().isFinal()))
        .limit(query.limit())
        .toList();
  }

  private static int after(List<PromotionSummary> newest, PromotionId id) {
    for (int i = 0; i < newest.size(); i++) {
      if (newest.get(i).id().equals(id)) {
        return i + 1;
      }
    }
    return newest.size();
  }

  /** As {@code HistoryStore.outcomes}. */
  public Map<PromotionSummary.Outcome, Integer> outcomes(
      ApplicationName application, int count, Instant after) {
    Map<PromotionSummary.Outcome, Integer> counts = new EnumMap<>(PromotionSummary.Outcome.class);
    newest().stream()
        .filter(one -> one.application().equals(application))
        .limit(count)
        .filter(one -> one.phaseSince().isAfter(after))
        .flatMap(one -> one.outcome().stream())
        .forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
    return counts;
  }

  /** As {@code HistoryStore.named}. */
  public List<PromotionSummary> named(String typed, int begun) {
    List<PromotionSummary> newest = newest();
    List<PromotionSummary> there =
        newest.stream()
            .filter(one -> (one.application() + "/" + one.stage()).equals(typed))
            .toList();
    return Stream.of(
            newest.stream().filter(one -> one.id().value().equals(typed)),
            Stream.concat(there.stream().filter(one -> !one.phase().isFinal()), there.stream())
                .limit(1),
            newest.stream()
                .filter(one -> one.id().value().startsWith(typed))
                .sorted(Comparator.comparing(one -> one.id().value()))
                .limit(begun))
        .flatMap(found -> found)
        .distinct()
        .toList();
  }

  private List<PromotionSummary> newest() {
    List<PromotionSummary> newest = new ArrayList<>(byId.values());
    Collections.reverse(newest);
    return newest;
  }
}
