package dev.gatehouse.runtime;

import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.WrittenRevision;

/** Receives what a control plane shows of a waiting target; thread-safe, must return soon. */
@FunctionalInterface
public interface ObservationListener {
  /** Ignores every observation. */
  ObservationListener NONE = (written, observed) -> {};

  /** Receives the result of every look, even when nothing changed. */
  void observed(WrittenRevision written, LiveState.Observed observed);
}
