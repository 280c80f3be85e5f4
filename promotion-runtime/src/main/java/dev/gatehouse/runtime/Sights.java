package dev.gatehouse.runtime;

import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.WrittenRevision;

/** Is told what a control plane shows of a target that is waited for; thread-safe, returns soon. */
@FunctionalInterface
public interface Sights {
  /** Nobody watches. */
  Sights NONE = (written, seen) -> {};

  /** Is called at every look, also when nothing has changed. */
  void saw(WrittenRevision written, LiveState.Seen seen);
}
