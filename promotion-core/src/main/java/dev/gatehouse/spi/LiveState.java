package dev.gatehouse.spi;

import dev.gatehouse.reason.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a revision is synced and healthy on a target.
 *
 * @param status the answer; unknown is never live
 * @param reason why it is not live
 * @param recheckAt when to look again, when it is not live
 */
public record LiveState(Status status, Optional<Reason> reason, Optional<Instant> recheckAt) {
  /** The answers. */
  public enum Status {
    LIVE,
    PROGRESSING,
    DEGRADED,
    UNKNOWN
  }

  /** The revision is synced and healthy. */
  public static final LiveState LIVE =
      new LiveState(Status.LIVE, Optional.empty(), Optional.empty());
}
