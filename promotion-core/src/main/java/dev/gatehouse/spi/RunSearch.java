package dev.gatehouse.spi;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.RunHandle;
import java.time.Instant;

/** What came of looking for a run whose start was not recorded. */
public sealed interface RunSearch {
  /** The kind of outcome; one constant per record. */
  enum Kind {
    FOUND,
    NOT_THERE,
    UNCLEAR
  }

  /** Returns the kind. */
  Kind kind();

  /** It is there, running or ended. */
  record Found(RunHandle handle) implements RunSearch {
    @Override
    public Kind kind() {
      return Kind.FOUND;
    }
  }

  /** No run is there that this request could have started. */
  record NotThere() implements RunSearch {
    @Override
    public Kind kind() {
      return Kind.NOT_THERE;
    }
  }

  /**
   * It cannot be told, such as when several runs could be the one; nothing is started.
   *
   * @param reason why, and what a person can do
   * @param recheckAt when to look again
   */
  record Unclear(Reason reason, Instant recheckAt) implements RunSearch {
    @Override
    public Kind kind() {
      return Kind.UNCLEAR;
    }
  }
}
