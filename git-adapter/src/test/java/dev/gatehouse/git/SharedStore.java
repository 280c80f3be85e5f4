package dev.gatehouse.git;

import dev.gatehouse.git.publish.Coordination;
import dev.gatehouse.spi.Leases;
import dev.gatehouse.spi.Pause;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.testkit.InMemoryLeases;
import dev.gatehouse.testkit.InMemoryWriteIntents;
import dev.gatehouse.testkit.SettableClock;
import java.time.Duration;

/** Intents and leases that outlive the writers of a test, as a store outlives processes. */
final class SharedStore {
  final SettableClock clock = SettableClock.onMonday();
  final InMemoryLeases leases = new InMemoryLeases();
  private final InMemoryWriteIntents intents = new InMemoryWriteIntents(leases);

  Coordination as(String holder, Steps steps) {
    return as(holder, steps, leases, attempt -> {});
  }

  Coordination as(String holder, Steps steps, Leases seen, Pause pause) {
    return new Coordination(intents, seen, holder, clock, steps, pause);
  }

  /** So much time goes by that every lease has run out. */
  void expire() {
    clock.advance(Duration.ofDays(1));
  }
}
