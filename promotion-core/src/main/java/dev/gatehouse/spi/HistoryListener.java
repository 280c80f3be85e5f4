package dev.gatehouse.spi;

import dev.gatehouse.history.Recorded;
import java.util.List;

/**
 * Receives what was appended, after it is durable; must be quick and thread-safe, and may miss
 * events at a crash.
 */
public interface HistoryListener {
  /** Takes events of one promotion in order. */
  void appended(List<Recorded> events);
}
