package dev.gatehouse.argocd.http;

import dev.gatehouse.spi.Pause;
import dev.gatehouse.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits by moving the clock, and remembers how long. */
final class PausesByHand implements Pause {
  private final SettableClock clock;
  private final List<Duration> taken = new ArrayList<>();

  PausesByHand(SettableClock clock) {
    this.clock = clock;
  }

  @Override
  public void pause(Duration length) {
    taken.add(length);
    clock.advance(length);
  }

  List<Duration> taken() {
    return taken;
  }
}
