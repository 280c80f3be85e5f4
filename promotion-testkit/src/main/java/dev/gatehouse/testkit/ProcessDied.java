package dev.gatehouse.testkit;

import dev.gatehouse.spi.Step;

/** The death of a simulated process; an error, so that nothing on the way out catches it. */
public final class ProcessDied extends Error {
  private static final long serialVersionUID = 1L;

  /** Creates the death at a step. */
  public ProcessDied(Step step) {
    super("died at " + step, null, false, false);
  }
}
