package dev.gatehouse.api;

import dev.gatehouse.plan.Plan;
import dev.gatehouse.reason.Reason;

/** What a proposal would do. */
public sealed interface Preview {
  /** The kind of preview; one constant per record. */
  enum Kind {
    PLANNED,
    REFUSED
  }

  /** Returns the kind. */
  Kind kind();

  /** This plan would be sealed. */
  record Planned(Plan plan) implements Preview {
    @Override
    public Kind kind() {
      return Kind.PLANNED;
    }
  }

  /** No plan can be made. */
  record Refused(Reason reason) implements Preview {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }
  }
}
