package dev.gatehouse.testkit;

/** Says before each call of a remote what goes wrong with it. */
@FunctionalInterface
public interface GitFaults {
  /** Nothing ever goes wrong. */
  GitFaults NONE = push -> GitFault.NONE;

  /**
   * Returns the fault of the next call.
   *
   * @param push whether it is a push; otherwise someone asks for the tip
   */
  GitFault next(boolean push);
}
