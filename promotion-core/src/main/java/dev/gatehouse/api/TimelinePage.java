package dev.gatehouse.api;

import dev.gatehouse.history.Positioned;
import java.util.List;

/**
 * One page of events, as far as the caller may see them.
 *
 * @param events the events, oldest first; fewer than asked for where the caller may not see all
 * @param position the cursor: ask again from here, now or when something new has happened
 * @param more whether more events are there already
 */
public record TimelinePage(List<Positioned> events, long position, boolean more) {
  /** Copies the list. */
  public TimelinePage {
    events = List.copyOf(events);
  }
}
