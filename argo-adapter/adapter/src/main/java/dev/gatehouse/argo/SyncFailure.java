package dev.gatehouse.argo;

import dev.gatehouse.http.ApiException;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.stage.Target;
import java.time.Duration;
import java.time.Instant;

/** What becomes of a request that Argo CD did not grant. */
final class SyncFailure {
  /** When it is worth while to ask again. */
  static final Duration AGAIN = Duration.ofSeconds(15);

  private static final Duration SOON = Duration.ofSeconds(2);

  private SyncFailure() {}

  /**
   * What may have been carried out is rechecked, soon; nothing is sent twice blindly. A right that
   * is missing says nothing about the change: it is often given back within minutes.
   */
  static SyncOutcome of(ArgoRevision asked, ApiException e, Instant now) {
    Target target = asked.written().target();
    boolean hopeless =
        switch (e.kind()) {
          case INVALID, PRECONDITION -> true;
          default -> false;
        };
    if (hopeless) {
      return new SyncOutcome.Refused(ArgoReasons.of(e, target));
    }
    Duration pause = e.failure().retryAfter().orElse(e.failure().leavesDoubt() ? SOON : AGAIN);
    return new SyncOutcome.Later(ArgoReasons.of(e, target), now.plus(pause));
  }

  /** Argo CD runs one operation of an application at a time. */
  static SyncOutcome busy(ArgoRevision asked, Instant now) {
    return new SyncOutcome.Later(ArgoReasons.busy(asked.written().target()), now.plus(AGAIN));
  }
}
