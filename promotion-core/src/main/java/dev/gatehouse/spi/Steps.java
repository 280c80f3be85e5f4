package dev.gatehouse.spi;

/** Is told when a named moment is reached; production does nothing, tests stop the process. */
@FunctionalInterface
public interface Steps {
  /** Does nothing. */
  Steps NONE = step -> {};

  /** Is called in the thread that reached the moment. */
  void reached(Step step);
}
