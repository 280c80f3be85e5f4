package dev.gatehouse.app.drive;

import dev.gatehouse.app.composition.Composition;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.spi.WakeUps;
import dev.gatehouse.stage.ShardName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Drives every promotion that is due, for some shards.
 *
 * @param composition the open engine
 * @param shards the shards whose targets this process executes
 * @param news what the engine of the composition tells
 * @param clock the time
 */
public record Drive(
    Composition composition, Set<ShardName> shards, News news, InstantSource clock) {
  private static final Duration TICK = Duration.ofMillis(25);

  /** How often it is looked whether the rules have changed. */
  private static final Duration RULES = Duration.ofSeconds(1);

  /** Copies the set. */
  public Drive {
    shards = Set.copyOf(shards);
  }

  /**
   * Drives until the condition holds; it is asked often.
   *
   * @param shown is given every event
   * @return when something is due next
   */
  public Optional<Instant> until(java.util.function.BooleanSupplier end, Consumer<Recorded> shown) {
    try (WakeUps.Running running = composition.wakeUps().start(composition.engine(), shards)) {
      boolean over = false;
      Instant look = Instant.MIN;
      while (!over && !Thread.currentThread().isInterrupted()) {
        if (!clock.instant().isBefore(look)) {
          composition.engine().recheckWhereRulesChanged();
          look = clock.instant().plus(RULES);
        }
        show(TICK, shown);
        over = end.getAsBoolean();
      }
      java.util.Objects.requireNonNull(running);
    }
    show(Duration.ZERO, shown);
    return composition.wakeUps().earliest(shards);
  }

  /** Tells whether nothing is due, and nothing becomes due this soon. */
  public boolean isIdle(Duration linger) {
    Optional<Instant> next = composition.wakeUps().earliest(shards);
    return next.isEmpty() || next.get().isAfter(clock.instant().plus(linger));
  }

  private void show(Duration atMost, Consumer<Recorded> shown) {
    List<Recorded> events = news.await(atMost);
    while (!events.isEmpty()) {
      events.forEach(shown);
      events = news.await(Duration.ZERO);
    }
  }
}
