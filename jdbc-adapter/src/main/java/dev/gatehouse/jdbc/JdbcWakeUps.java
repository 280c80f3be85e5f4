package dev.gatehouse.jdbc;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.gatehouse.reason.PlatformException;
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
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Wake-ups in a database, driven by db-scheduler; thread-safe, shared by any number of processes.
 *
 * <p>db-scheduler polls, picks, keeps alive and takes over; when a wake-up is due again is written
 * by {@link WakeUpRows}.
 */
final class JdbcWakeUps implements WakeUps {
  private static final System.Logger LOG = System.getLogger(JdbcWakeUps.class.getName());
  private static final int MISSES = 4;

  /** Longer than a push that still answers; after it, running handlers are interrupted. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

  /** How far the clocks of machines that are kept in time may be apart. */
  static final Duration AHEAD = Duration.ofMinutes(1);

  private static final long BETWEEN_REPAIRS = 30;
  private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
  private static final int DOUBLINGS = 9;
  private static final int KEPT_FOR_DECISIONS = 2;
  private static final Duration LATER = Duration.ofSeconds(1);
  private static final Duration FOREVER = Duration.ofDays(100_000);

  private final Database database;
  private final WakeUpRows rows;
  private final JdbcSettings settings;
  private final InstantSource clock;
  private volatile long repairedAt = System.nanoTime() - TimeUnit.DAYS.toNanos(1);
  private final List<Scheduler> running = new CopyOnWriteArrayList<>();

  JdbcWakeUps(Database database, JdbcSettings settings) {
    this(database, settings, InstantSource.system());
  }

  /** A test lends it a wrong clock. */
  JdbcWakeUps(Database database, JdbcSettings settings, InstantSource clock) {
    this.clock = clock;
    this.database = database;
    this.rows = new WakeUpRows(database);
    this.settings = settings;
  }

  @Override
  public void schedule(WakeUp wakeUp, Instant at) {
    rows.schedule(WakeUpNames.task(wakeUp), WakeUpNames.instance(wakeUp), at, clock.instant());
    if (!at.isAfter(clock.instant())) {
      running.forEach(Scheduler::triggerCheckForDueExecutions);
    }
  }

  @Override
  public Optional<Instant> earliest(Set<ShardName> shards) {
    long now = System.nanoTime();
    if (now - repairedAt > TimeUnit.SECONDS.toNanos(1)) {
      repairedAt = now;
      repairOrSay();
    }
    return rows.earliest(WakeUpNames.served(shards));
  }

  @Override
  public Running start(WakeUpHandler handler, Set<ShardName> shards) {
    Semaphore undecided = new Semaphore(forOthers());
    List<Task<?>> tasks =
        WakeUpNames.served(shards).stream()
            .<Task<?>>map(name -> task(name, handler, places(name, shards.size(), undecided)))
            .toList();
    Scheduler scheduler =
        Scheduler.create(database.sourceInTurn(), tasks)
            .tableName(WakeUpRows.TABLE)
            .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
            .threads(settings.workers())
            .pollingInterval(settings.polling())
            .shutdownMaxWait(LONGEST_STOP)
            .heartbeatInterval(settings.heartbeat())
            .missedHeartbeatsLimit(MISSES)
            .deleteUnresolvedAfter(FOREVER)
            .failureLogging(LogLevel.DEBUG, true)
            .build();
    repairOrSay();
    running.add(scheduler);
    scheduler.start();
    ScheduledExecutorService care = Executors.newSingleThreadScheduledExecutor(JdbcWakeUps::daemon);
    Future<?> repairs =
        care.scheduleWithFixedDelay(
            () -> {
              if (running.contains(scheduler)) {
                repairOrSay();
              } else {
                care.shutdown();
              }
            },
            BETWEEN_REPAIRS,
            BETWEEN_REPAIRS,
            TimeUnit.SECONDS);
    return () -> {
      repairs.cancel(false);
      care.shutdown();
      stop(scheduler);
    };
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "gatehouse-wake-up-care");
    thread.setDaemon(true);
    return thread;
  }

  private void repairOrSay() {
    try {
      repair();
    } catch (PlatformException e) {
      LOG.log(System.Logger.Level.DEBUG, "wake-ups of a wrong clock stay for now", e);
    }
  }

  /** A process whose clock is far ahead would keep what it has taken or asked for to itself. */
  private void repair() {
    Instant now = clock.instant();
    int found = rows.repair(now, now.plus(AHEAD));
    if (found > 0) {
      LOG.log(
          System.Logger.Level.WARNING,
          found
              + " wake-ups were taken or asked for by a process whose clock is ahead of this one's;"
              + " they are due now. Check the clocks of all machines.");
      running.forEach(Scheduler::triggerCheckForDueExecutions);
    }
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

  private int forOthers() {
    return Math.max(1, settings.workers() - KEPT_FOR_DECISIONS);
  }

  /** The places of one task: its own, and those it shares with all that is no decision. */
  private record Places(Semaphore own, Semaphore shared) {
    boolean tryAcquire() {
      if (!own.tryAcquire()) {
        return false;
      }
      if (shared.tryAcquire()) {
        return true;
      }
      own.release();
      return false;
    }

    void release() {
      shared.release();
      own.release();
    }
  }

  /**
   * A shard whose control plane does not answer holds half of the threads at most while others are
   * served, and sources of evidence hold half of those that are not kept for decisions. However
   * many shards and sources are silent, together they never hold the threads that decide.
   */
  private Places places(String name, int shards, Semaphore undecided) {
    int workers = settings.workers();
    if (WakeUpNames.isDecision(name)) {
      return new Places(new Semaphore(workers), new Semaphore(workers));
    }
    int most = shards > 1 ? Math.max(1, workers / 2) : forOthers();
    int own = WakeUpNames.isCollection(name) ? Math.max(1, forOthers() / 2) : most;
    return new Places(new Semaphore(own), undecided);
  }

  private Task<Void> task(String name, WakeUpHandler handler, Places places) {
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
    rows.complete(
        execution, false, clock.instant(), (askedFor, failures) -> earlier(again, askedFor));
    trigger(again);
  }

  private void failed(Execution execution) {
    rows.complete(
        execution,
        true,
        clock.instant(),
        (askedFor, failures) -> {
          Duration wait = FIRST_BACK_OFF.multipliedBy(1L << Math.min(failures, DOUBLINGS));
          return earlier(Optional.of(clock.instant().plus(wait)), askedFor);
        });
  }

  private void revived(Execution execution) {
    Instant now = clock.instant();
    rows.complete(execution, false, now, (askedFor, failures) -> Optional.of(now));
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
