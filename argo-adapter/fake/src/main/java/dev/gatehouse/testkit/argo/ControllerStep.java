package dev.gatehouse.testkit.argo;

/** What the controller did. */
public enum ControllerStep {
  /** Took the requested operation up. */
  STARTED,
  /** Began the next try of an operation. */
  RETRIED,
  /** Saw hooks or the objects of a wave do well, and began what comes next. */
  WENT_ON,
  /** Ended an operation. */
  FINISHED,
  /** Compared live with desired, and started what auto-sync asks for. */
  COMPARED,
  /** Removed a deleted application. */
  REMOVED
}
