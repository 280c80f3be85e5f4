package dev.gatehouse.testkit;

import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.spi.WakeUpHandler;
import dev.gatehouse.spi.WakeUps;
import dev.gatehouse.stage.ShardName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Wake-ups that are driven by hand: nothing runs until {@link #runNext}, {@link #runDue} or {@link
 * #tick} is called, and then in the calling thread, in the order of time and of scheduling.
 *
 * <p>A handler's exception is kept in {@link #failures} and the wake-up comes again with a
 * back-off. An {@link Error} is taken for the death of the process: it is thrown on and the wake-up
 * is due again at once. Not thread-safe.
 */
public final class ManualWakeUps implements WakeUps {
  private static final int ENDLESS = 100_000;
  private static final Duration BACK_OFF = Duration.ofMillis(100);
  private static final int DOUBLINGS = 9;

  private final SettableClock clock;
  private final Map<WakeUp, Pending> pending = new LinkedHashMap<>();
  private final List<Runner> runners = new ArrayList<>();
  private final List<RuntimeException> failures = new ArrayList<>();
  private final List<Pending> handled = new ArrayList<>();
  private long scheduled;

  private record Pending(WakeUp wakeUp, Instant at, long order, int failed) {}

  private static final class Runner {
    private final WakeUpHandler handler;
    private final Set<ShardName> shards;

    Runner(WakeUpHandler handler, Set<ShardName> shards) {
      this.handler = handler;
      this.shards = Set.copyOf(shards);
    }

    boolean serves(WakeUp wakeUp) {
      return isServed(wakeUp, shards);
    }
  }

  /** Creates wake-ups that follow this clock. */
  public ManualWakeUps(SettableClock clock) {
    this.clock = clock;
  }

  @Override
  public void schedule(WakeUp wakeUp, Instant at) {
    put(wakeUp, at, 0);
  }

  private void put(WakeUp wakeUp, Instant at, int failed) {
    pending.merge(
        wakeUp,
        new Pending(wakeUp, at, scheduled++, failed),
        (old, added) -> old.at().isAfter(at) ? added : old);
  }

  @Override
  public Running start(WakeUpHandler handler, Set<ShardName> shards) {
    Runner runner = new Runner(handler, shards);
    runners.add(runner);
    return () -> runners.remove(runner);
  }

  @Override
  public Optional<Instant> earliest(Set<ShardName> shards) {
    return Stream.concat(pending.values().stream(), handled.stream())
        .filter(p -> isServed(p.wakeUp(), shards))
        .map(Pending::at)
        .min(Comparator.naturalOrder());
  }

  private static boolean isServed(WakeUp wakeUp, Set<ShardName> shards) {
    return !(wakeUp instanceof WakeUp.Execute execute) || shards.contains(execute.shard());
  }

  /** Returns what is due now and served by someone, in order. */
  public List<WakeUp> due() {
    return pending.values().stream()
        .filter(p -> !p.at().isAfter(clock.instant()))
        .filter(p -> handled.stream().noneMatch(other -> other.wakeUp().equals(p.wakeUp())))
        .filter(p -> runners.stream().anyMatch(runner -> runner.serves(p.wakeUp())))
        .sorted(Comparator.comparing(Pending::at).thenComparingLong(Pending::order))
        .map(Pending::wakeUp)
        .toList();
  }

  /** Loses every wake-up, as a store whose table was emptied. */
  public void forgetAll() {
    pending.clear();
  }

  /** Returns when this wake-up comes next, or empty when it is not pending. */
  public Optional<Instant> next(WakeUp wakeUp) {
    return Optional.ofNullable(pending.get(wakeUp)).map(Pending::at);
  }

  /**
   * Takes everything that is being handled from its holders, as if they were dead, and makes it due
   * again; a holder that is not dead continues all the same.
   */
  public void takeOver() {
    List<Pending> taken = List.copyOf(handled);
    handled.clear();
    taken.forEach(p -> put(p.wakeUp(), clock.instant(), p.failed()));
  }

  /** Handles the first wake-up that is due; returns false when none is. */
  public boolean runNext() {
    List<WakeUp> due = due();
    due.stream().findFirst().ifPresent(wakeUp -> run(wakeUp, serving(wakeUp).get(0)));
    return !due.isEmpty();
  }

  /** Handles any wake-up that is due, by any runner that serves it; returns false when none is. */
  public boolean runAny(RandomGenerator random) {
    List<WakeUp> due = due();
    if (due.isEmpty()) {
      return false;
    }
    WakeUp wakeUp = due.get(random.nextInt(due.size()));
    List<Runner> serving = serving(wakeUp);
    run(wakeUp, serving.get(random.nextInt(serving.size())));
    return true;
  }

  /** Handles wake-ups until none is due; the clock does not move. Returns how many. */
  public int runDue() {
    int count = 0;
    while (runNext()) {
      if (++count > ENDLESS) {
        throw new AssertionError("wake-ups at " + clock.instant() + " never end: " + due());
      }
    }
    return count;
  }

  /** Lets time pass: the clock stops at every wake-up on the way. Returns how many were handled. */
  public int tick(Duration span) {
    Instant end = clock.instant().plus(span);
    int count = runDue();
    for (Optional<Instant> next = nextServed(); next.isPresent(); next = nextServed()) {
      if (next.get().isAfter(end)) {
        break;
      }
      clock.set(next.get());
      count += runDue();
    }
    clock.set(end);
    return count;
  }

  /** Returns the time of the next wake-up that someone serves. */
  public Optional<Instant> nextServed() {
    return pending.values().stream()
        .filter(p -> !serving(p.wakeUp()).isEmpty())
        .map(Pending::at)
        .min(Comparator.naturalOrder());
  }

  /** Returns what handlers threw so far, in order. */
  public List<RuntimeException> failures() {
    return List.copyOf(failures);
  }

  private List<Runner> serving(WakeUp wakeUp) {
    return runners.stream().filter(runner -> runner.serves(wakeUp)).toList();
  }

  private void run(WakeUp wakeUp, Runner runner) {
    Pending now = Objects.requireNonNull(pending.remove(wakeUp));
    handled.add(now);
    boolean alive = false;
    try {
      runner.handler.handle(wakeUp).ifPresent(again -> put(wakeUp, again, 0));
      alive = true;
    } catch (RuntimeException e) {
      failures.add(e);
      Duration wait = BACK_OFF.multipliedBy(1L << Math.min(now.failed(), DOUBLINGS));
      put(wakeUp, clock.instant().plus(wait), now.failed() + 1);
      alive = true;
    } finally {
      handled.remove(now);
      if (!alive) {
        put(wakeUp, clock.instant(), 0);
      }
    }
  }
}
