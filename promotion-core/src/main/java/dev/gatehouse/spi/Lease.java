package dev.gatehouse.spi;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.StaleStateException;
import java.time.Duration;
import java.time.Instant;

/**
 * The right to be the only one at something for a while.
 *
 * @param resource what it is about
 * @param holder who has it
 * @param epoch a number that grows with every change of holder, never repeats
 * @param expiresAt when others may take it
 */
public record Lease(String resource, String holder, long epoch, Instant expiresAt) {
  /** The refusal of an act under a lease that someone else may hold by now. */
  public static final ReasonCode LOST = ReasonCode.of("lease-lost");

  /**
   * Returns whether others may take a lease: it has expired, or it was taken by a clock that was
   * wrong.
   *
   * <p>A holder whose clock is ahead by less than the length of its lease is respected; one that is
   * further ahead would keep the others out for as long as its clock was wrong. Epochs keep both
   * from writing.
   *
   * @param takenAt when it was taken or renewed, on the holder's clock
   * @param expiresAt when it ends, on the same clock
   */
  public static boolean isOver(Instant takenAt, Instant expiresAt, Instant now) {
    Duration length = Duration.between(takenAt, expiresAt);
    return !now.isBefore(expiresAt)
        || (!length.isZero() && takenAt.isAfter(now) && now.plus(length).isBefore(takenAt));
  }

  /** Returns the refusal of an act under this lease, for a store that finds another epoch. */
  public StaleStateException lost() {
    return new StaleStateException(
        new Reason(
            LOST,
            "The lease of " + holder + " with epoch " + epoch + " is no longer the current one.",
            "lease " + resource,
            "Nothing was done; the new holder continues."));
  }
}
