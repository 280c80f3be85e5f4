package dev.gatehouse.spi;

import dev.gatehouse.change.Revision;
import dev.gatehouse.reason.Reason;
import java.util.Optional;

/** What came of a write. */
public sealed interface WriteOutcome {
  /** The kind of outcome; one constant per record. */
  enum Kind {
    WRITTEN,
    DRIFTED,
    REFUSED,
    HELD
  }

  /** Returns the kind. */
  Kind kind();

  /**
   * The desired state is on the branch.
   *
   * @param revision the commit that holds it: ours, or the branch's tip when nothing had to change
   * @param alreadyThere whether it was there without a commit of ours
   * @param left of a revert: what was changed again since and is left as it is
   */
  record Written(Revision revision, boolean alreadyThere, Optional<Reason> left)
      implements WriteOutcome {
    /** Written as expected, with nothing left out. */
    public Written(Revision revision, boolean alreadyThere) {
      this(revision, alreadyThere, Optional.empty());
    }

    @Override
    public Kind kind() {
      return Kind.WRITTEN;
    }
  }

  /** The edit is no longer the one that was planned; nothing was written. */
  record Drifted(Reason reason) implements WriteOutcome {
    @Override
    public Kind kind() {
      return Kind.DRIFTED;
    }
  }

  /** The edit cannot be made; nothing was written. */
  record Refused(Reason reason) implements WriteOutcome {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }
  }

  /**
   * The remote did not take the edit, which says nothing about the change; nothing was written, and
   * the same call may be made again.
   *
   * @param reason what the remote said
   * @param cause why it was not taken
   */
  record Held(Reason reason, Cause cause) implements WriteOutcome {
    /** Why a remote did not take an edit. */
    public enum Cause {
      /** Others were faster; this can continue for any time and says nothing about the remote. */
      RACE,
      /** The remote is out of order; it may pass without a person. */
      OUTAGE,
      /** A person has to act first. */
      REFUSAL
    }

    @Override
    public Kind kind() {
      return Kind.HELD;
    }
  }
}
