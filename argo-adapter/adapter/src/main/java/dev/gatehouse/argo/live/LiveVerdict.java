package dev.gatehouse.argo.live;

import dev.gatehouse.spi.LiveState;
import java.util.Optional;

/**
 * Whether an application is synced and healthy at a revision, and if not which point fails first.
 *
 * @param status the answer; unknown is never live
 * @param point the point that fails; empty when all hold
 * @param what what is so instead; empty when all hold
 * @param next what a person can do; empty when all hold
 */
public record LiveVerdict(
    LiveState.Status status, Optional<Point> point, String what, String next) {
  /** All points hold. */
  public static final LiveVerdict GOOD =
      new LiveVerdict(LiveState.Status.LIVE, Optional.empty(), "", "");

  static LiveVerdict waiting(Point point, String what, String next) {
    return new LiveVerdict(LiveState.Status.PROGRESSING, Optional.of(point), what, next);
  }

  static LiveVerdict failed(Point point, String what, String next) {
    return new LiveVerdict(LiveState.Status.DEGRADED, Optional.of(point), what, next);
  }

  static LiveVerdict unknown(Point point, String what, String next) {
    return new LiveVerdict(LiveState.Status.UNKNOWN, Optional.of(point), what, next);
  }

  /** Returns whether all points hold. */
  public boolean isGood() {
    return point.isEmpty();
  }
}
