package dev.gatehouse.spi;

import dev.gatehouse.change.Revision;
import dev.gatehouse.reason.Reason;

/** What came of a write. */
public sealed interface WriteOutcome {
  /** The kind of outcome; one constant per record. */
  enum Kind {
    WRITTEN,
    DRIFTED,
    REFUSED
  }

  /** Returns the kind. */
  Kind kind();

  /**
   * The desired state is on the branch.
   *
   * @param revision the commit that holds it: ours, or the branch's tip when nothing had to change
   * @param alreadyThere whether it was there without a commit of ours
   */
  record Written(Revision revision, boolean alreadyThere) implements WriteOutcome {
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

  /** The edit cannot be made, or the remote refuses it; nothing was written. */
  record Refused(Reason reason) implements WriteOutcome {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }
  }
}
