package dev.gatehouse.jdbc;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.spi.WakeUpHandler;
import dev.gatehouse.spi.WakeUps;
import dev.gatehouse.stage.ShardName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Wake-ups in a database, driven by db-scheduler; thread-safe, shared by any number of processes.
 *
 * <p>db-scheduler polls, picks, keeps alive and takes over; when a wake-up is due again is written
 * by {@link WakeUpRows}.
 */
final class JdbcWakeUps implements WakeUps {
  private static final int MISSES = 4;
  private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
  private static final int DOUBLINGS = 9;
  private static final int KEPT_FOR_DECISIONS = 2;
  private static final Duration LATER = Duration.ofSeconds(1);
  private static final Duration FOREVER = Duration.ofDays(100_000);

  private final Database database;
  private final WakeUpRows rows;
  private final JdbcSettings settings;
  private final InstantSource clock = InstantSource.system();
  private final List<Scheduler> running = new CopyOnWriteArrayList<>();

  JdbcWakeUps(Database database, JdbcSettings settings) {
    this.database = database;
    this.rows = new WakeUpRows(database);
    this.settings = settings;
  }

  @Override
  public void schedule(WakeUp wakeUp, Instant at) {
    rows.schedule(WakeUpNames.task(wakeUp), WakeUpNames.instance(wakeUp), at);
    if (!at.isAfter(clock.instant())) {
      running.forEach(Scheduler::triggerCheckForDueExecutions);
    }
  }

  @Override
  public Optional<Instant> earliest(Set<ShardName> shards) {
    return rows.earliest(WakeUpNames.served(shards));
  }

  @Override
  public Running start(WakeUpHandler handler, Set<ShardName> shards) {
    List<Task<?>> tasks =
        WakeUpNames.served(shards).stream()
            .<Task<?>>map(name -> task(name, handler, places(name, shards.size())))
            .toList();
    Scheduler scheduler =
        Scheduler.create(database.sourceInTurn(), tasks)
            .tableName(WakeUpRows.TABLE)
            .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
            .threads(settings.workers())
            .pollingInterval(settings.polling())
            .heartbeatInterval(settings.heartbeat())
            .missedHeartbeatsLimit(MISSES)
            .deleteUnresolvedAfter(FOREVER)
            .failureLogging(LogLevel.DEBUG, true)
            .build();
    running.add(scheduler);
    scheduler.start();
    return () -> stop(scheduler);
  }

  private void stop(Scheduler scheduler) {
    if (running.remove(scheduler)) {
      scheduler.stop();
    }
  }

  /** Stops every runner that is still started. */
  void close() {
    running.forEach(this::stop);
  }

  /**
   * A shard whose control plane does not answer holds half of the threads at most while others are
   * served, and never those that decide.
   */
  private Semaphore places(String name, int shards) {
    int workers = settings.workers();
    int forShards = Math.max(1, workers - KEPT_FOR_DECISIONS);
    int most = shards > 1 ? Math.max(1, workers / 2) : forShards;
    return new Semaphore(WakeUpNames.isDecision(name) ? workers : most);
  }

  private Task<Void> task(String name, WakeUpHandler handler, Semaphore places) {
    return Tasks.custom(name, Void.class)
        .onFailure((complete, operations) -> failed(complete.getExecution()))
        .onDeadExecution((complete, operations) -> revived(complete.getExecution()))
        .execute(
            (instance, context) -> {
              Execution execution = context.getExecution();
              WakeUp wakeUp = WakeUpNames.read(name, instance.getId());
              if (!places.tryAcquire()) {
                Instant later = clock.instant().plus(LATER);
                return (complete, operations) -> ended(execution, Optional.of(later));
              }
              try {
                Optional<Instant> again = handler.handle(wakeUp);
                return (complete, operations) -> ended(execution, again);
              } finally {
                places.release();
              }
            });
  }

  private void ended(Execution execution, Optional<Instant> again) {
    rows.complete(execution, false, (askedFor, failures) -> earlier(again, askedFor));
    trigger(again);
  }

  private void failed(Execution execution) {
    rows.complete(
        execution,
        true,
        (askedFor, failures) -> {
          Duration wait = FIRST_BACK_OFF.multipliedBy(1L << Math.min(failures, DOUBLINGS));
          return earlier(Optional.of(clock.instant().plus(wait)), askedFor);
        });
  }

  private void revived(Execution execution) {
    rows.complete(execution, false, (askedFor, failures) -> Optional.of(clock.instant()));
  }

  /** What is due at once need not wait for the next poll. */
  private void trigger(Optional<Instant> again) {
    if (again.isPresent() && !again.get().isAfter(clock.instant())) {
      running.forEach(Scheduler::triggerCheckForDueExecutions);
    }
  }

  private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    return Stream.of(one, other).flatMap(Optional::stream).min(Instant::compareTo);
  }
}
