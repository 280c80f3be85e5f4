package dev.gatehouse.jenkins.access;

import dev.gatehouse.identity.Caller;
import dev.gatehouse.reason.Reason;

/** Whether a request of someone in Jenkins goes on to the engine. */
public sealed interface Admitted {
  /** The kind of answer; one constant per record. */
  enum Kind {
    AS,
    REFUSED
  }

  /** Returns the kind. */
  Kind kind();

  /** It goes on as this caller; the engine decides. */
  record As(Caller caller) implements Admitted {
    @Override
    public Kind kind() {
      return Kind.AS;
    }
  }

  /** It does not go on. */
  record Refused(Reason reason) implements Admitted {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }
  }
}
