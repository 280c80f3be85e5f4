package dev.gatehouse.jenkins.waiting;

import dev.gatehouse.plan.PromotionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who waits for what, so that any number of steps wait on one thread.
 *
 * <p>Each waiter is in exactly one state: it waits for a time, or it was handed out by {@link #due}
 * and takes its turn. What happens to its promotion during the turn is not lost: its next wait is
 * over immediately. Thread-safe.
 *
 * @param <K> the waiters; compared by equality
 */
public final class TurnQueue<K> {
  private record Slot(Instant at, long number) implements Comparable<Slot> {
    @Override
    public int compareTo(Slot other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  private final TreeMap<Slot, K> waiting = new TreeMap<>();
  private final Map<K, Slot> slots = new HashMap<>();
  private final Map<K, PromotionId> promotions = new HashMap<>();
  private final Map<PromotionId, Set<K>> waiters = new HashMap<>();
  private final Set<K> missed = new HashSet<>();
  private long numbers;

  /** Lets a waiter wait until this time, or until something happens to its promotion. */
  public synchronized void await(K waiter, Optional<PromotionId> promotion, Instant at) {
    boolean over = missed.remove(waiter);
    promotion.ifPresent(id -> follow(waiter, id));
    place(waiter, over ? Instant.MIN : at);
  }

  /** Ends the wait of everyone who waits for this promotion. */
  public synchronized void happened(PromotionId promotion) {
    for (K waiter : waiters.getOrDefault(promotion, Set.of())) {
      if (slots.containsKey(waiter)) {
        place(waiter, Instant.MIN);
      } else {
        missed.add(waiter);
      }
    }
  }

  /** Hands out the waiters whose wait is over, longest first, each once. */
  public synchronized List<K> due(Instant now, int most) {
    List<K> due = new ArrayList<>();
    while (due.size() < most && !waiting.isEmpty() && !waiting.firstKey().at().isAfter(now)) {
      K waiter = waiting.pollFirstEntry().getValue();
      slots.remove(waiter);
      due.add(waiter);
    }
    return List.copyOf(due);
  }

  /** Forgets a waiter, whether it waits or takes its turn. */
  public synchronized void forget(K waiter) {
    Optional.ofNullable(slots.remove(waiter)).ifPresent(waiting::remove);
    Optional.ofNullable(promotions.remove(waiter)).ifPresent(id -> unfollow(waiter, id));
    missed.remove(waiter);
  }

  /** Returns when the next wait is over, or empty when nobody waits. */
  public synchronized Optional<Instant> next() {
    return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.firstKey().at());
  }

  /** Returns how many wait. */
  public synchronized int size() {
    return waiting.size();
  }

  private void place(K waiter, Instant at) {
    Slot slot = new Slot(at, numbers++);
    Optional.ofNullable(slots.put(waiter, slot)).ifPresent(waiting::remove);
    waiting.put(slot, waiter);
  }

  private void follow(K waiter, PromotionId promotion) {
    PromotionId before = promotions.put(waiter, promotion);
    if (before != null && !before.equals(promotion)) {
      unfollow(waiter, before);
    }
    waiters.computeIfAbsent(promotion, id -> new HashSet<>()).add(waiter);
  }

  private void unfollow(K waiter, PromotionId promotion) {
    waiters.computeIfPresent(
        promotion,
        (id, all) -> {
          all.remove(waiter);
          return all.isEmpty() ? null : all;
        });
  }
}
