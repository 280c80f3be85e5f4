package dev.gatehouse.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Waits between two tries; given from outside so that tests need not wait. */
@FunctionalInterface
public interface Pause {
  /**
   * Waits this long.
   *
   * @throws InterruptedException when the thread is interrupted
   */
  void pause(Duration length) throws InterruptedException;

  /** Real implementation: blocks the thread. */
  static Pause real() {
    return length -> {
      boolean neverFree = new Semaphore(0).tryAcquire(length.toNanos(), TimeUnit.NANOSECONDS);
      if (neverFree) {
        throw new IllegalStateException("a semaphore without permits gave one");
      }
    };
  }
}
