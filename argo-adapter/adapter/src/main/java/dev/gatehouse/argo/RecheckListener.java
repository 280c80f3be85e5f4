package dev.gatehouse.argo;

import dev.gatehouse.spi.WrittenRevision;

/** Is told that a look at a written revision is worth while now; must return soon; thread-safe. */
@FunctionalInterface
public interface RecheckListener {
  /** No one is notified; everything is found by looking from time to time. */
  RecheckListener NONE = written -> {};

  /** Is called after Argo CD showed a change of the application, on a thread of the watch. */
  void lookAt(WrittenRevision written);
}
