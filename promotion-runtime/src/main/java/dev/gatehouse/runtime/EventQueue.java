package dev.gatehouse.runtime;

import dev.gatehouse.history.Recorded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the engine just did, until the thread that shows it takes it; thread-safe. */
final class EventQueue {
  private final BlockingQueue<List<Recorded>> queue = new LinkedBlockingQueue<>();
  private final List<Recorded> taken = new ArrayList<>();

  /** Takes events of one promotion; none when something was done that is no event. */
  void tell(List<Recorded> events) {
    queue.add(List.copyOf(events));
  }

  /** Waits until something happens, this long at most; tells whether it did. */
  boolean await(Duration atMost) {
    try {
      @Nullable List<Recorded> events = queue.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
      if (events != null) {
        taken.addAll(events);
      }
      return events != null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Returns the events so far that were not returned before; for one thread. */
  List<Recorded> now() {
    List<List<Recorded>> rest = new ArrayList<>();
    queue.drainTo(rest);
    rest.forEach(taken::addAll);
    List<Recorded> all = List.copyOf(taken);
    taken.clear();
    return all;
  }
}
