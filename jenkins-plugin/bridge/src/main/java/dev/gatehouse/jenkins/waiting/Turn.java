package dev.gatehouse.jenkins.waiting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one turn of a step came to.
 *
 * @param bookmark what to save before anything else is done
 * @param log the lines to print, in order
 * @param ending how the step ends, or empty while it waits
 * @param next when to take the next turn at the latest, unless the promotion moves earlier
 */
public record Turn(Bookmark bookmark, List<String> log, Optional<Ending> ending, Instant next) {
  /** Copies the list. */
  public Turn {
    log = List.copyOf(log);
  }
}
