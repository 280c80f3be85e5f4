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
public record Standing(LiveState.Status status, Optional<Point> point, String what, String next) {
  /** All points hold. */
  public static final Standing GOOD = new Standing(LiveState.Status.LIVE, Optional.empty(), "", "");

  static Standing waiting(Point point, String what, String next) {
    return new Standing(LiveState.Status.PROGRESSING, Optional.of(point), what, next);
  }

  static Standing failed(Point point, String what, String next) {
    return new Standing(LiveState.Status.DEGRADED, Optional.of(point), what, next);
  }

  static Standing unknown(Point point, String what, String next) {
    return new Standing(LiveState.Status.UNKNOWN, Optional.of(point), what, next);
  }

  /** Tells whether all points hold. */
  public boolean isGood() {
    return point.isEmpty();
  }
}
