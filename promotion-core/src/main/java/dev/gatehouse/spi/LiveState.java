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
 * @param synced whether the revision is applied and only its health is awaited
 * @param observed what the control plane showed, for people who watch; nothing is decided by it
 */
public record LiveState(
    Status status,
    Optional<Reason> reason,
    Optional<Instant> recheckAt,
    boolean synced,
    Optional<Observed> observed) {
  /** The answers. */
  public enum Status {
    LIVE,
    PROGRESSING,
    DEGRADED,
    UNKNOWN
  }

  /**
   * What a control plane shows of a target, in its own words.
   *
   * @param sync whether it is in sync, such as {@code OutOfSync}
   * @param health its health, such as {@code Progressing}
   * @param operation how far a sync is, such as {@code Running}; empty when there is none
   */
  public record Observed(String sync, String health, String operation) {}

  /** The revision is synced and healthy. */
  public static final LiveState LIVE =
      new LiveState(Status.LIVE, Optional.empty(), Optional.empty());

  /** An answer without an observation, of a revision that is not known to be applied. */
  public LiveState(Status status, Optional<Reason> reason, Optional<Instant> recheckAt) {
    this(status, reason, recheckAt, false, Optional.empty());
  }

  /** Returns this answer of a revision that is applied, so that only its health is awaited. */
  public LiveState whenSynced() {
    return new LiveState(status, reason, recheckAt, true, observed);
  }

  /** Returns this answer with an observation; a live one needs none. */
  public LiveState observing(Observed shown) {
    return status == Status.LIVE
        ? this
        : new LiveState(status, reason, recheckAt, synced, Optional.of(shown));
  }
}
