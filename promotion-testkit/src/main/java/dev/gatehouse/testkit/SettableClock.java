package dev.gatehouse.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that waits until a test moves it; thread-safe. */
public final class SettableClock implements InstantSource {
  private Instant now;

  /** Creates a clock that shows this time. */
  public SettableClock(Instant start) {
    this.now = start;
  }

  /** Returns a clock that shows 2026-11-23T09:00:00Z, a Monday morning. */
  public static SettableClock onMonday() {
    return new SettableClock(Instant.parse("2026-11-23T09:00:00Z"));
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Moves the clock on and returns the new time. */
  public synchronized Instant advance(Duration span) {
    now = now.plus(span);
    return now;
  }

  /** Sets the clock, also back. */
  public synchronized void set(Instant time) {
    now = time;
  }
}
