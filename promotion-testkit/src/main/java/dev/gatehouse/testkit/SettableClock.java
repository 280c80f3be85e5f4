package dev.gatehouse.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it; thread-safe. */
public final class SettableClock implements InstantSource {
  private final AtomicReference<Instant> now;

  /** Creates a clock that shows this time. */
  public SettableClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  /** Returns a clock that shows 2026-11-23T09:00:00Z, a Monday morning. */
  public static SettableClock onMonday() {
    return new SettableClock(Instant.parse("2026-11-23T09:00:00Z"));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Moves the clock on and returns the new time. */
  public Instant tick(Duration span) {
    return now.updateAndGet(before -> before.plus(span));
  }

  /** Sets the clock, also back. */
  public void set(Instant time) {
    now.set(time);
  }
}
