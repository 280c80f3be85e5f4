package dev.gatehouse.runtime;

import dev.gatehouse.engine.PromotionEngine;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.spi.WakeUps;
import dev.gatehouse.stage.ShardName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Takes every step that is due: decisions of any promotion, and the targets of some shards.
 *
 * <p>It sleeps until something happens, and looks in between ever more rarely, once a second at
 * most, because rules may have changed and another process may have done something. For one thread.
 */
public final class Worker {
  private static final Duration SOONEST = Duration.ofMillis(5);
  private static final Duration LATEST = Duration.ofSeconds(1);
  private final PromotionEngine engine;
  private final WakeUps wakeUps;
  private final Listeners listeners;
  private final Set<ShardName> shards;
  private final InstantSource clock;

  Worker(
      PromotionEngine engine,
      WakeUps wakeUps,
      Listeners listeners,
      Set<ShardName> shards,
      InstantSource clock) {
    this.engine = engine;
    this.wakeUps = wakeUps;
    this.listeners = listeners;
    this.shards = Set.copyOf(shards);
    this.clock = clock;
  }

  /** Returns the shards whose targets it drives. */
  public Set<ShardName> shards() {
    return shards;
  }

  /**
   * Rechecks every open promotion and every waiting target of these shards. Call once at start-up:
   * a new process has missed all earlier notifications.
   */
  public void resume() {
    engine.resume(shards);
  }

  /**
   * Works until the condition holds.
   *
   * @param end asked after everything that happens, and now and then
   * @param shown is given every event of this process, in order, on the calling thread
   * @return when something is due next
   */
  public Optional<Instant> until(BooleanSupplier end, Consumer<Recorded> shown) {
    EventQueue queue = new EventQueue();
    try (Listeners.Registration registered = listeners.add(queue::tell);
        WakeUps.Running running =
            wakeUps.start(
                wakeUp -> {
                  Optional<Instant> next = engine.handle(wakeUp);
                  queue.tell(List.of());
                  return next;
                },
                shards)) {
      Objects.requireNonNull(registered);
      Objects.requireNonNull(running);
      work(queue, end, shown);
    }
    queue.now().forEach(shown);
    return wakeUps.earliest(shards);
  }

  private void work(EventQueue queue, BooleanSupplier end, Consumer<Recorded> shown) {
    Duration pause = SOONEST;
    Instant rules = Instant.MIN;
    while (!Thread.currentThread().isInterrupted()) {
      if (!clock.instant().isBefore(rules)) {
        engine.recheckWhereRulesChanged();
        rules = clock.instant().plus(LATEST);
      }
      boolean happened = queue.await(pause);
      queue.now().forEach(shown);
      if (end.getAsBoolean()) {
        return;
      }
      Duration longer = pause.multipliedBy(2);
      pause = happened ? SOONEST : longer.compareTo(LATEST) > 0 ? LATEST : longer;
    }
  }

  /** Returns whether nothing is due, and nothing becomes due this soon. */
  public boolean isIdle(Duration linger) {
    Optional<Instant> next = wakeUps.earliest(shards);
    return next.isEmpty() || next.get().isAfter(clock.instant().plus(linger));
  }
}
