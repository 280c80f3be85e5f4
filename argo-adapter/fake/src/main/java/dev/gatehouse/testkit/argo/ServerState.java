package dev.gatehouse.testkit.argo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The server's lock, its clock and its counter of resource versions. */
final class ServerState {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final InstantSource clock;
  private long resourceVersion = 1000;

  ServerState(InstantSource clock) {
    this.clock = clock;
  }

  <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  void run(Runnable work) {
    locked(
        () -> {
          work.run();
          return "";
        });
  }

  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }

  /** Waits, without the lock, until something holds; says whether it does. */
  boolean await(BooleanSupplier holds, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (!holds.getAsBoolean()) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(Math.min(left, TimeUnit.SECONDS.toNanos(3600)));
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  Instant instant() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  String now() {
    return instant().toString();
  }

  /** Wakes anyone who awaits something. */
  void signal() {
    changed.signalAll();
  }

  String resourceVersion() {
    return Long.toString(resourceVersion);
  }

  String nextVersion() {
    return Long.toString(++resourceVersion);
  }
}
