package dev.gatehouse.spi;

import java.time.Duration;

/**
 * Waits between two tries; given from outside so that tests need not wait.
 *
 * <p>The only place of the product where a thread sleeps: a house law holds everything else to it.
 */
@FunctionalInterface
public interface Pause {
  /**
   * Waits this long.
   *
   * @throws InterruptedException when the thread is interrupted
   */
  void pause(Duration length) throws InterruptedException;

  /** Returns the real one: it blocks the thread. */
  static Pause real() {
    return length -> Thread.sleep(length.toMillis(), length.toNanosPart() % 1_000_000);
  }

  /** Waits this long, or until the thread is interrupted; keeps the interrupt. */
  default void orInterrupted(Duration length) {
    try {
      pause(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
