package dev.gatehouse.app.drive;

import dev.gatehouse.history.Recorded;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What the engine just did, for the thread that shows it; thread-safe. */
public final class News {
  private final BlockingQueue<List<Recorded>> queue = new LinkedBlockingQueue<>();

  /** Creates an empty queue. */
  public News() {}

  /** Takes events of one promotion. */
  public void tell(List<Recorded> events) {
    queue.add(List.copyOf(events));
  }

  /** Returns the next events, or none when nothing happens for this long. */
  List<Recorded> await(Duration atMost) {
    try {
      List<Recorded> events = queue.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return events == null ? List.of() : events;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
