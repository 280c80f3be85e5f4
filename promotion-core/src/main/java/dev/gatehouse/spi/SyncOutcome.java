package dev.gatehouse.spi;

import dev.gatehouse.reason.Reason;
import java.time.Instant;

/** What came of asking a control plane to sync. */
public sealed interface SyncOutcome {
  /** The kind of outcome; one constant per record. */
  enum Kind {
    NOT_NEEDED,
    ASKED,
    LATER,
    REFUSED
  }

  /** Returns the kind. */
  Kind kind();

  /** The control plane does it automatically, or cannot be asked for it. */
  record NotNeeded() implements SyncOutcome {
    @Override
    public Kind kind() {
      return Kind.NOT_NEEDED;
    }
  }

  /** The control plane has accepted it, now or when it was asked before. */
  record Asked() implements SyncOutcome {
    @Override
    public Kind kind() {
      return Kind.ASKED;
    }
  }

  /**
   * It cannot be asked now: a window is closed, another operation runs, the control plane is away.
   *
   * @param reason why
   * @param recheckAt when to ask again
   */
  record Later(Reason reason, Instant recheckAt) implements SyncOutcome {
    @Override
    public Kind kind() {
      return Kind.LATER;
    }
  }

  /** It will not be done however often it is asked. */
  record Refused(Reason reason) implements SyncOutcome {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }
  }
}
