package dev.gatehouse.jenkins.waiting;

import dev.gatehouse.reason.Reason;

/** How a step ends. */
public sealed interface Ending {
  /** The kind of end; one constant per record. */
  enum Kind {
    RETURNED,
    FAILED
  }

  /** Returns the kind. */
  Kind kind();

  /** It returns this to the script. */
  record Returned(StepResult result) implements Ending {
    @Override
    public Kind kind() {
      return Kind.RETURNED;
    }
  }

  /** It fails the build for this reason, without a stack trace. */
  record Failed(Reason reason) implements Ending {
    @Override
    public Kind kind() {
      return Kind.FAILED;
    }
  }
}
