package dev.gatehouse.engine;

import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.StaleStateException;
import dev.gatehouse.spi.HistoryListener;
import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.spi.WakeUps;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads histories as promotions and appends events under optimistic locking; thread-safe. */
final class Journal {
  /** Who is recorded for what nobody asked for. */
  static final Actor ENGINE = Actor.service("gatehouse");

  /** A wake-up that is set before an append, in case the process dies before the one after it. */
  private static final Duration SAFETY = Duration.ofSeconds(2);

  private static final System.Logger LOG = System.getLogger(Journal.class.getName());
  private static final int TRIES = 50;
  private final HistoryStore store;
  private final WakeUps wakeUps;
  private final InstantSource clock;
  private final List<HistoryListener> listeners;

  Journal(
      HistoryStore store, WakeUps wakeUps, InstantSource clock, List<HistoryListener> listeners) {
    this.store = store;
    this.wakeUps = wakeUps;
    this.clock = clock;
    this.listeners = List.copyOf(listeners);
  }

  Instant now() {
    return clock.instant();
  }

  Optional<Promotion> find(PromotionId id) {
    List<Recorded> history = store.read(id);
    return history.isEmpty() ? Optional.empty() : Optional.of(Promotion.of(history));
  }

  /** Appends to a promotion that was just read. */
  Promotion append(Promotion promotion, Actor by, List<PromotionEvent> events) {
    return append(promotion.id(), promotion.version(), by, events);
  }

  Promotion append(PromotionId id, long version, Actor by, List<PromotionEvent> events) {
    Instant at = now();
    List<Recorded> recorded = new ArrayList<>();
    for (PromotionEvent event : events) {
      long next = version + recorded.size() + 1;
      recorded.add(new Recorded(id, next, at, by, Hiding.event(event)));
    }
    store.append(id, version, recorded);
    listeners.forEach(listener -> tell(listener, List.copyOf(recorded)));
    return find(id).orElseThrow();
  }

  /** What is durable stays so, whatever a listener makes of it. */
  private static void tell(HistoryListener listener, List<Recorded> recorded) {
    try {
      listener.appended(recorded);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "a history listener failed", e);
    }
  }

  /**
   * Appends what the function makes of the promotion, again and again while others move first, and
   * wakes the decider.
   *
   * @return the promotion afterwards; unchanged when the function had nothing to append
   */
  Promotion act(PromotionId id, Actor by, Function<Promotion, List<PromotionEvent>> act) {
    StaleStateException last = null;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Promotion promotion = find(id).orElseThrow();
      List<PromotionEvent> events = act.apply(promotion);
      if (events.isEmpty()) {
        return promotion;
      }
      WakeUp decide = new WakeUp.Decide(id);
      wakeUps.schedule(decide, now().plus(SAFETY));
      try {
        Promotion after = append(promotion, by, events);
        wakeUps.schedule(decide, now());
        return after;
      } catch (StaleStateException e) {
        last = e;
      }
    }
    throw last == null ? new IllegalStateException("no try was made") : last;
  }

  /** Sets a wake-up that is there even if the process dies before it sets the real one. */
  void wakeSoon(WakeUp wakeUp) {
    wakeUps.schedule(wakeUp, now().plus(SAFETY));
  }

  void wake(WakeUp wakeUp) {
    wakeUps.schedule(wakeUp, now());
  }
}
