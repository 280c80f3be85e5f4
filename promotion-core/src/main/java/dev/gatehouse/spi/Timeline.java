package dev.gatehouse.spi;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.history.Positioned;
import dev.gatehouse.history.StreamId;
import java.util.List;

/**
 * Events in the order of their positions, page by page; the position of the last one is the cursor.
 *
 * <p>No event is ever skipped: nothing can later appear at or before a position that was returned,
 * anyone who appends at the same time. What is returned is durable, so a reader that keeps its
 * cursor sees every event once. Start with position 0; an empty page means that nothing newer
 * exists yet. Thread-safe. Throws {@link dev.gatehouse.reason.PlatformException} when the store
 * breaks.
 */
public interface Timeline {
  /**
   * Returns the next events of all streams.
   *
   * @param position the last position that was seen, or 0
   * @param limit at most this many, at least 1
   */
  List<Positioned> after(long position, int limit);

  /** As {@link #after(long, int)}, of one stream alone. */
  List<Positioned> after(StreamId stream, long position, int limit);

  /** As {@link #after(long, int)}, of an application's own stream and of its promotions. */
  List<Positioned> ofApplication(ApplicationName application, long position, int limit);
}
