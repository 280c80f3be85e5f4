package dev.gatehouse.git;

import dev.gatehouse.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Lets several threads run as if each waited in real time: one at a time, always the one whose wait
 * ends first, and the clock jumps to that moment.
 */
final class TurnTaking {
  private final SettableClock clock;
  private final PriorityQueue<Turn> waiting =
      new PriorityQueue<>(Comparator.comparing(Turn::due).thenComparing(Turn::number));
  private int present;
  private int numbers;

  private record Turn(Instant due, int number) {}

  TurnTaking(SettableClock clock, int threads) {
    this.clock = clock;
    this.present = threads;
  }

  /** Lets the others run for so long. */
  synchronized void pass(Duration span) {
    Turn mine = new Turn(clock.instant().plus(span), numbers++);
    waiting.add(mine);
    notifyAll();
    while (waiting.size() < present || !mine.equals(waiting.peek())) {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    waiting.remove();
    clock.set(mine.due());
  }

  /** This thread will not wait any more. */
  synchronized void leave() {
    present--;
    notifyAll();
  }
}
