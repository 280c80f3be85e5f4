package dev.gatehouse.spi;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.RunHandle;
import java.time.Instant;

/** What came of starting a run. */
public sealed interface RunStart {
  /** The kind of outcome; one constant per record. */
  enum Kind {
    STARTED,
    LATER,
    REFUSED
  }

  /** Returns the kind. */
  Kind kind();

  /** The control plane has taken it. */
  record Started(RunHandle handle) implements RunStart {
    @Override
    public Kind kind() {
      return Kind.STARTED;
    }
  }

  /**
   * It cannot be started now; nothing was started.
   *
   * @param reason why
   * @param recheckAt when to try again
   */
  record Later(Reason reason, Instant recheckAt) implements RunStart {
    @Override
    public Kind kind() {
      return Kind.LATER;
    }
  }

  /** It will not be taken however often it is tried; nothing was started. */
  record Refused(Reason reason) implements RunStart {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }
  }
}
