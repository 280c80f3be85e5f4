package dev.gatehouse.argo.window;

import dev.gatehouse.policy.Recurrence;
import java.time.ZoneId;
import java.util.Optional;

/** Reads schedules; anyone who composes the installation brings the reader. Thread-safe. */
@FunctionalInterface
public interface Crons {
  /** Returns the starts of a schedule of five fields; empty when it cannot be read. */
  Optional<Recurrence> read(String schedule, ZoneId zone);
}
