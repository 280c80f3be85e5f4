package dev.gatehouse.runtime;

import dev.gatehouse.history.Recorded;
import dev.gatehouse.spi.HistoryListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who receive what is appended while they want to; thread-safe. */
final class Listeners {
  /** Ends with its closing. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  private final List<HistoryListener> all = new CopyOnWriteArrayList<>();

  Registration add(HistoryListener listener) {
    all.add(listener);
    return () -> all.remove(listener);
  }

  /** Passes events of one promotion on. */
  void appended(List<Recorded> events) {
    all.forEach(listener -> listener.appended(events));
  }
}
