package dev.gatehouse.spi;

import dev.gatehouse.change.Revision;
import dev.gatehouse.reason.Reason;
import java.time.Instant;
import java.util.Optional;

/** How far a run is. */
public sealed interface RunState {
  /** The kind of state; one constant per record. */
  enum Kind {
    RUNNING,
    WROTE,
    FAILED,
    GONE
  }

  /** Returns the kind. */
  Kind kind();

  /**
   * It has not ended.
   *
   * @param reason what it waits for
   * @param recheckAt when to look again
   */
  record Running(Reason reason, Instant recheckAt) implements RunState {
    @Override
    public Kind kind() {
      return Kind.RUNNING;
    }
  }

  /**
   * It has ended, and the desired state is on the branch.
   *
   * @param revision the commit that holds it
   * @param alreadyThere whether it was there before the run
   */
  record Wrote(Revision revision, boolean alreadyThere) implements RunState {
    @Override
    public Kind kind() {
      return Kind.WROTE;
    }
  }

  /**
   * It has ended without success, or was stopped.
   *
   * @param reason why
   * @param changeIsAtFault whether the change is the cause, and not the control plane or a person
   * @param written the commit that it left on the branch all the same
   */
  record Failed(Reason reason, boolean changeIsAtFault, Optional<Revision> written)
      implements RunState {
    @Override
    public Kind kind() {
      return Kind.FAILED;
    }
  }

  /** The control plane no longer knows it, and what it did cannot be told. */
  record Gone(Reason reason) implements RunState {
    @Override
    public Kind kind() {
      return Kind.GONE;
    }
  }
}
